export default { envPrefix: 'WEIBAN_' };
