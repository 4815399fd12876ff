// Recordings of real answers that are safe to commit. Needs Node.
export { createRecorder, type RecorderOptions } from './recorder.ts';
export { RecordingError } from './recording-error.ts';
