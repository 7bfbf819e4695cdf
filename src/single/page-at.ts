/** A page as its path names it. */
export interface PageAt {
	/** SvelteKit's name of its route. */
	readonly route: string;
	readonly params: { readonly lang?: 'zh'; readonly id?: string };
}

/** The page that a path names, whether or not there is one: `/zh/points/rope/`. */
export function pageAt(pathname: string): PageAt {
	const parts = pathname.split('/').filter(Boolean);
	const isChinese = parts[0] === 'zh';
	const [name, second, ...rest] = isChinese ? parts.slice(1) : parts;
	const takesId = name === 'points' || name === 'models';
	const path = [name, takesId && second !== undefined ? '[id]' : second, ...rest];
	return {
		route: ['/[[lang=lang]]', ...path.filter((part) => part !== undefined)].join('/'),
		params: { ...(isChinese ? { lang: 'zh' } : {}), ...(takesId && second !== undefined ? { id: second } : {}) }
	};
}
