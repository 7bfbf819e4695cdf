/** WebGPU on a device of our own, since the library neither asks for its limits nor tells when it is lost. */
import { registerBackend, removeBackend } from '../tf.ts';
import { awaitLoss, soundsLikeSoftware, Unavailable, type Found, type Opened } from './found.ts';

/** The graphics processor through WebGPU. */
export async function findWebGPU(): Promise<Found> {
	const gpu: GPU | undefined = globalThis.navigator?.gpu;
	const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
	if (!adapter) throw new Unavailable(gpu ? 'the browser offers no adapter' : 'there is no WebGPU');
	const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
	const words = [description || [vendor, architecture].filter(Boolean).join(' '), device];
	return {
		device: words.filter(Boolean).join(' ') || 'unnamed',
		software: isFallbackAdapter || soundsLikeSoftware(`${architecture} ${description}`),
		open: () => open(adapter)
	};
}

async function open(adapter: GPUAdapter): Promise<Opened> {
	const { WebGPUBackend } = await import('./webgpu-kernels.ts');
	const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) });
	const { lost, isLost, tell } = awaitLoss();
	void device.lost.then(({ message, reason }) => tell(message || reason));
	// An error that nobody catches leaves zeros behind: no number after it can be trusted.
	device.addEventListener('uncapturederror', ({ error }) => tell(error.message));
	const backend = new WebGPUBackend(device, adapter.info);
	registerBackend('webgpu', () => backend);
	return { lost, isLost, lose: () => device.destroy(), close: () => removeBackend('webgpu') };
}

/** As much as the adapter gives of what large matrices need; a binding beyond the limit would silently be zeros. */
function limitsOf({ limits }: GPUAdapter): Record<string, number> {
	return {
		maxBufferSize: limits.maxBufferSize,
		maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
		maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
		maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
		maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
		maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup
	};
}
