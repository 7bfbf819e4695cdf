/** Work that is done at most once, whoever asks and how often; after a failure the next who asks begins it again. */
export function onceOnly(work: () => Promise<void>): () => Promise<void> {
	let begun: Promise<void> | undefined;
	return async () => {
		begun ??= work().catch((error: unknown) => {
			begun = undefined;
			throw error;
		});
		return begun;
	};
}
