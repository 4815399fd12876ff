/** The response of a success in an operation of the OpenAPI document: 200, or else the first of the 2xx. */
export function successOf<Response>({
  responses,
}: {
  readonly responses?: Readonly<Record<string, Response>>;
}): Response | undefined {
  const keys = Object.keys(responses ?? {});
  const key = keys.find((status) => status === '200') ?? keys.find((status) => status.startsWith('2'));
  return responses?.[key ?? 'default'];
}
