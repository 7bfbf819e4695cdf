/** Puts a text on the clipboard; false where a frame or an old browser refuses, and the reader has to copy by hand. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
