/** The languages that stand in the address; English stands without. */
export function match(param: string): param is 'zh' {
	return param === 'zh';
}
