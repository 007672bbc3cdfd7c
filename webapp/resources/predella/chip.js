/*
 * The chip in the top bar: how many uploads this browser is sending, from whatever tab, and how far they are together.
 * Its text is in data-uploads-chip and data-label, with {0} for the number and {1} for the percentage.
 */
(() => {
  'use strict';

  const ROUND = 2_000;

  const chip = document.querySelector('[data-uploads-chip]');
  if (!chip) {
    return;
  }
  const {records, isAlive} = predella.uploads;
  const sent = new Map();

  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (place, i) => values[i]);

  const show = () => {
    const alive = Object.values(records()).filter(isAlive);
    chip.hidden = alive.length === 0;
    if (alive.length > 0) {
      const whole = alive.reduce((sum, one) => sum + one.size, 0);
      const done = alive.reduce((sum, one) => sum + Math.max(one.offset, one.sent ?? 0, sent.get(one.address) ?? 0), 0);
      const percent = whole === 0 ? 100 : Math.floor(done * 100 / whole);
      const text = filled(chip.dataset.uploadsChip, alive.length, percent);
      if (chip.textContent !== text) {
        chip.textContent = text;
        chip.setAttribute('aria-label', filled(chip.dataset.label, alive.length, percent));
      }
    }
  };

  document.addEventListener('predella:upload', event => {
    sent.set(event.detail.address, event.detail.sent);
    show();
  });
  addEventListener('storage', show);
  setInterval(show, ROUND);
  show();
})();
