/** What the client is injected by: it is an object, not a class. */
export const WEIBAN = Symbol('weiban');
