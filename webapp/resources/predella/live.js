/*
 * Keeps a page true. Elements with data-live="image:… task:… quota inbox" are replaced by what the page's own address
 * shows now, once the service tells that one of their keys has moved; image:* and task:* stand for all of that kind, and
 * any other word for whatever moves.
 *
 * A list is not moved under the reader's hands: an element with data-live-news="image:*" appears instead. It says how
 * many keys of that kind have moved that the page does not show (data-text, with {0} for the number), and leads to the
 * page.
 *
 * Without the service's events the page is looked at every five seconds while it has an element with data-moving, and
 * once a minute otherwise; an element with data-poll wants the five seconds in any case. Nothing happens while nobody
 * sees the page. What was replaced is told by the event predella:replaced on the new element.
 */
(() => {
  'use strict';

  const SOON = 5_000;
  const LATE = 60_000;

  /** Moves of a few moments are looked at together, and pages that heard of the same one do not all come at once. */
  const GATHERING = 250;
  const SPREAD = 500;
  const HIDDEN_PATIENCE = 20_000;

  const LEAST_PAUSE = 2_000;

  const EVERYTHING = '*';
  const KINDS = ['image', 'task', 'inbox', 'quota'];

  let source = null;
  let seen = false;
  let alarm = null;
  let asking = false;
  let asked = 0;
  const moved = new Set();
  const unseen = new Map();

  const all = selector => Array.from(document.querySelectorAll(selector));

  const keysOf = element => element.dataset.live.split(/\s+/);

  const isKind = wanted => KINDS.some(kind => wanted === kind || wanted.startsWith(kind + ':'));

  const matches = (wanted, key) => key === EVERYTHING || wanted === key || !isKind(wanted)
    || wanted.endsWith(':*') && key.startsWith(wanted.slice(0, -1));

  const isConcerned = (element, keys) => keysOf(element).some(wanted => keys.some(key => matches(wanted, key)));

  /** The same place in another version of the page: by its id, or by its keys and its rank among those with the same. */
  const counterpart = (element, page) => {
    if (element.id) {
      return page.getElementById(element.id);
    }
    const same = root => Array.from(root.querySelectorAll(`[data-live="${CSS.escape(element.dataset.live)}"]`));
    return same(page)[same(document).indexOf(element)] ?? null;
  };

  const isInUse = element => element.matches('input, select, textarea, dialog[open]')
    || Boolean(element.querySelector('dialog[open]'))
    || (element.contains(document.activeElement)
      && document.activeElement.matches('input:not([type=checkbox], [type=radio]), select, textarea'));

  const place = element => {
    const open = Array.from(element.querySelectorAll('details[open] > summary'), summary => summary.textContent);
    const focus = element.contains(document.activeElement) ? document.activeElement : null;
    return fresh => {
      fresh.querySelectorAll('details > summary').forEach(summary => {
        if (open.includes(summary.textContent)) {
          summary.parentElement.open = true;
        }
      });
      if (focus) {
        const same = focus.id
          ? document.getElementById(focus.id)
          : Array.from(fresh.querySelectorAll(focus.localName)).find(one => one.outerHTML === focus.outerHTML);
        same?.focus({preventScroll: true});
      }
    };
  };

  const replace = (element, fresh) => {
    if (!fresh) {
      element.remove();
    } else if (!fresh.isEqualNode(element)) {
      const restore = place(element);
      const adopted = document.importNode(fresh, true);
      element.replaceWith(adopted);
      restore(adopted);
      adopted.dispatchEvent(new CustomEvent('predella:replaced', {bubbles: true}));
    }
  };

  /** Asks for the page again and takes over what is concerned; what the reader is using waits for the next time. */
  const look = async keys => {
    const concerned = all('[data-live]').filter(element => isConcerned(element, keys));
    if (concerned.length === 0) {
      return;
    }
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}, cache: 'no-store'});
    if (!answer.ok || answer.redirected) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const pairs = concerned
      .filter(element => !element.parentElement.closest('[data-live]') || !concerned.some(
        other => other !== element && other.contains(element)))
      .map(element => [element, counterpart(element, page)]);
    pairs.forEach(([element, fresh]) => {
      if (isInUse(element)) {
        keysOf(element).forEach(key => moved.add(key));
      } else {
        replace(element, fresh);
      }
    });
  };

  const tellNews = keys => {
    all('[data-live-news]').forEach(element => {
      const kind = element.dataset.liveNews;
      const known = unseen.get(kind) ?? new Set();
      unseen.set(kind, known);
      const shown = all('[data-live]').flatMap(keysOf);
      keys.filter(key => key !== EVERYTHING && matches(kind, key) && !shown.includes(key))
        .forEach(key => known.add(key));
      if (known.size > 0) {
        element.textContent = element.dataset.text.replace('{0}', known.size);
        element.hidden = false;
      }
    });
  };

  const isHurried = () => Boolean(document.querySelector('[data-poll]'))
    || (!source && Boolean(document.querySelector('[data-moving]')));

  const plan = millis => {
    clearTimeout(alarm);
    alarm = document.hidden ? null : setTimeout(round, millis);
  };

  const planNext = () => {
    if (moved.size > 0) {
      plan(SOON / 2);
    } else if (isHurried()) {
      plan(SOON);
    } else if (!source) {
      plan(LATE);
    }
  };

  /** A look at what has moved, or, without any word of that, at everything. */
  const round = async () => {
    if (asking) {
      return;
    }
    asking = true;
    asked = Date.now();
    const keys = moved.size > 0 ? Array.from(moved) : [EVERYTHING];
    moved.clear();
    try {
      await look(keys);
    } catch {
      // The network is away; the next round comes in any case.
    } finally {
      asking = false;
      planNext();
    }
  };

  const hear = keys => {
    tellNews(keys);
    keys.forEach(key => moved.add(key));
    if (all('[data-live]').some(element => isConcerned(element, keys))) {
      plan(Math.max(GATHERING + Math.random() * SPREAD, asked + LEAST_PAUSE - Date.now()));
    } else {
      moved.clear();
      planNext();
    }
  };

  const listen = () => {
    if (source || !window.EventSource) {
      return;
    }
    source = new EventSource('/dashboard/events');
    source.addEventListener('open', () => {
      // What moved while nobody listened is made up for.
      if (seen) {
        hear([EVERYTHING]);
      }
      seen = true;
    });
    source.addEventListener('moved', event => hear(event.data.split(' ')));
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) {
        source = null;
        planNext();
      }
    });
  };

  const rest = () => {
    source?.close();
    source = null;
    clearTimeout(alarm);
  };

  const start = () => {
    if (document.querySelector('[data-live], [data-live-news]')) {
      listen();
      planNext();
    }
  };

  let hiding = null;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) {
      hiding = setTimeout(rest, HIDDEN_PATIENCE);
    } else {
      start();
    }
  });
  addEventListener('pagehide', rest);
  addEventListener('pageshow', event => {
    if (event.persisted) {
      start();
      hear([EVERYTHING]);
    }
  });
  // A page that takes the place of another one without a navigation.
  document.addEventListener('predella:page', start);
  start();
})();
