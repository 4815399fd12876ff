/** The body of a request, in the forms in which it is read. */
export interface Content {
  /** The body as text. */
  readonly body: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The parts of a form; undefined if the body is none. */
  readonly form: FormData | undefined;
}

/** Reads the body of a request. */
export async function readContent(request: Request): Promise<Content> {
  const contentType = request.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isForm = /^multipart\/form-data\b/i.test(contentType);
  const response = isForm ? new Response(bytes, { headers: { 'content-type': contentType } }) : undefined;
  return {
    body: new TextDecoder().decode(bytes),
    contentType,
    bytes,
    // A form that cannot be read is reported as a fault of the body.
    form: await response?.formData().catch(() => undefined),
  };
}
