/** The injection token of the client, which is an object and not a class. */
export const WEIBAN = Symbol('weiban');
