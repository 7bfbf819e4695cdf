/** The backends that a reader may force, best first: for the frame, which does not see the engine. */
export { BACKENDS, type BackendName } from '#engine/protocol.ts';
