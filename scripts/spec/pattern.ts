/** Whether a text is a regular expression of ECMAScript, as JSON Schema wants it. Others write those of PCRE or Go. */
export function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
