import type { Component } from 'svelte';
import type { AnyPoint, ViewProps } from '#points/define.ts';

/** A point's view. `definePoint` checked that it takes what the point computes; the registry has only forgotten the types. */
export async function viewOf(point: AnyPoint): Promise<Component<ViewProps<unknown, unknown>>> {
	return (await point.view()).default as Component<ViewProps<unknown, unknown>>;
}
