/*
 * <headlight-panel point="causal-mask" text="Tom and Lily" theme="dark" lang="zh"></headlight-panel>
 *
 * One live panel of Headlight, in a frame that is as high as its content. Attributes: `point`, its id; `search`, a link
 * of Headlight from its “?” on; `text`, `theme` and `lang`, which go before what `search` says. Events, with what there
 * is to know in `detail`: `ready`, `state`, `size`, `error`. `panel.search = '?v=1&…'` shows another link.
 */
(() => {
	const base = new URL('.', document.currentScript.src);
	const KINDS = ['ready', 'state', 'size', 'error'];

	class HeadlightPanel extends HTMLElement {
		static observedAttributes = ['point', 'search', 'text', 'theme', 'lang'];
		#frame;
		#hear = ({ source, data }) => {
			if (!this.#frame || source !== this.#frame.contentWindow) return;
			if (data?.headlight !== 1 || !KINDS.includes(data.type)) return;
			if (data.type === 'size') this.#frame.style.height = `${data.height}px`;
			this.dispatchEvent(new CustomEvent(data.type, { detail: data }));
		};

		connectedCallback() {
			addEventListener('message', this.#hear);
			this.#frame = document.createElement('iframe');
			this.#frame.title = this.title || 'Headlight';
			this.#frame.loading = 'lazy';
			this.#frame.allow = 'clipboard-write; fullscreen';
			this.#frame.style.cssText = 'display:block;width:100%;height:480px;border:0';
			this.#frame.src = this.#address;
			(this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(this.#frame);
			this.style.display ||= 'block';
		}

		disconnectedCallback() {
			removeEventListener('message', this.#hear);
			this.#frame = undefined;
		}

		attributeChangedCallback(name) {
			if (!this.#frame) return;
			if (name === 'lang') this.#frame.src = this.#address;
			else this.#say({ type: 'set', search: this.search });
		}

		/** The link that is shown, as far as the attributes say. */
		get search() {
			const fields = new URLSearchParams(this.getAttribute('search') ?? '');
			if (!fields.has('v')) fields.set('v', '1');
			for (const [name, key] of [
				['point', 'p'],
				['text', 't'],
				['theme', 'theme']
			]) {
				if (this.hasAttribute(name)) fields.set(key, this.getAttribute(name));
			}
			return `?${fields}`;
		}

		set search(search) {
			this.setAttribute('search', search);
		}

		/** Asks the panel to send its state: the event `state` brings it. */
		ask() {
			this.#say({ type: 'get' });
		}

		get #address() {
			const path = this.lang.startsWith('zh') ? 'zh/embed/' : 'embed/';
			return new URL(path + this.search, base).href;
		}

		#say(message) {
			this.#frame?.contentWindow?.postMessage({ headlight: 1, ...message }, base.origin);
		}
	}

	if (!customElements.get('headlight-panel')) customElements.define('headlight-panel', HeadlightPanel);
})();
