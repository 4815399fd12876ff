import { call } from '../../plain.ts';

const { external_user_list } = await call('external_user/list', { limit: 8 });
const later = external_user_list.slice(5).map(({ id }: { id: string }) => id);
console.log(JSON.stringify({ done: 5, later, waitsForMinute: true }));
