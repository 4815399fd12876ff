/** The languages of the command. */
export const languages = ['en', 'zh'] as const;

/** A language of the command. */
export type Language = (typeof languages)[number];
