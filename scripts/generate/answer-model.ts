import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Model } from '../spec/model.ts';

/**
 * The other end of `startSlowProcess`: emits from the model that it is told of. Models and texts go by file, for what
 * is larger than the channel's buffer waits there until the process that starts this one is done with its own emitting.
 */
export function answerModel(emit: (model: Model) => Readonly<Record<string, string>>): void {
  process.once('message', (modelFile: string) => {
    // Sound: the process that started this one wrote it.
    const model = deserialize(readFileSync(modelFile)) as Model;
    const file = `${modelFile}-${process.pid}`;
    writeFileSync(file, serialize(emit(model)));
    process.send?.(file, undefined, undefined, () => process.disconnect());
  });
}
