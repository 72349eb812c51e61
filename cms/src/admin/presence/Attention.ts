/** Knows whether the user has left this tab: it is hidden, or had no input for two minutes. For browsers only. */
export class Attention {
  #lastInputAt = Date.now()

  constructor() {
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'input', 'focus', 'wheel'])
      window.addEventListener(type, () => this.#lastInputAt = Date.now(), { capture: true, passive: true })
  }

  get isAway(): boolean {
    return document.hidden || Date.now() - this.#lastInputAt > AWAY_AFTER_MS
  }
}

const AWAY_AFTER_MS = 120_000
