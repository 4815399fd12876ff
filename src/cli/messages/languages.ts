/** The languages that the command speaks. */
export const languages = ['en', 'zh'] as const;

/** One of them. */
export type Language = (typeof languages)[number];
