/** Whether a content type begins like a media type or a range of them: `image/png; q=1` is of `image/*`. */
export function isOfRange(type: string, range: string): boolean {
  const [wanted = ''] = range.toLowerCase().split(/[;*]/);
  return type.toLowerCase().startsWith(wanted.trim());
}
