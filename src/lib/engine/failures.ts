import type { Failure, FailureCode } from './protocol.ts';

/** An error that the page has a sentence for; its message is the detail, in English. */
export class EngineError extends Error {
	readonly code: FailureCode;

	constructor(code: FailureCode, detail: string) {
		super(detail);
		this.name = 'EngineError';
		this.code = code;
	}
}

/** A caught error as data that can cross to the page; what nobody foresaw becomes `internal`. */
export function toFailure(error: unknown): Failure {
	if (error instanceof EngineError) return { code: error.code, detail: error.message };
	const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	return { code: 'internal', detail };
}
