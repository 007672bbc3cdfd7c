/*
 * Uploads that can be resumed. A file goes to an upload session of the service piece by piece, one at a time; what the
 * service has acknowledged is never sent again, whatever happens to the network, the page or the service.
 *
 * predella.uploads.begin({image, file, title, metadata})  begins one and promises its address
 * predella.uploads.resume(address, file)                  goes on with one, after a look whether it is the same file
 * predella.uploads.pause(address), cancel(address)
 * predella.uploads.records()                              what this browser knows of, by address
 *
 * A promise fails with {code, message}: 'other-file', 'file-changed', 'gone', 'signed-out', 'sum' or 'refused', the last
 * with the service's own words. Whatever moves is told by the event predella:upload on the document, whose detail is
 * the record with what has been sent (never less than before), the bytes a second and the state: sending, waiting (for
 * the network), checking, paused, failed, done or cancelled.
 */
(() => {
  'use strict';

  const MIB = 1024 * 1024;
  const SMALLEST = 16 * MIB;
  const LARGEST = 64 * MIB;
  const PIECE_SECONDS = 4;

  const STALLED = 60_000;
  const ANSWER_TIME = 10 * 60_000;
  const LONGEST_PAUSE = 30_000;
  const PATIENCE = 15 * 60_000;

  /** How often the record is renewed, and after how long its tab counts as closed. */
  const RENEWAL = 2_000;
  const FORSAKEN = 10_000;

  /** Sessions end without requests for pages, and tokens when nobody renews them. */
  const SIGN_OF_LIFE = 4 * 60_000;

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
  const STORAGE = 'predella.uploads.' + meta('predella-user');

  /** The uploads that this tab is at work on, by address. */
  const running = new Map();

  const failure = (code, message = '') => Object.assign(new Error(message || code), {code});

  // What is remembered beyond the life of the page.

  const records = () => {
    try {
      return JSON.parse(localStorage.getItem(STORAGE)) || {};
    } catch {
      return {};
    }
  };

  const store = change => {
    const all = records();
    change(all);
    try {
      localStorage.setItem(STORAGE, JSON.stringify(all));
    } catch {
      // A full or forbidden storage costs the resumption from here without the service's help, nothing else.
    }
  };

  const remember = record => store(all => {
    all[record.address] = record;
  });

  const forget = address => store(all => {
    delete all[address];
  });

  /** Whether some tab of this browser sends it at the moment. */
  const isAlive = record => ['sending', 'waiting', 'checking'].includes(record.state)
    && Date.now() - record.seen < FORSAKEN;

  // What is the same file.

  /** SHA-256 of a part in hexadecimal digits; null where the browser offers no digests (pages without TLS). */
  const digest = async part => {
    if (!window.crypto?.subtle) {
      return null;
    }
    const sum = await crypto.subtle.digest('SHA-256', await part.arrayBuffer());
    return Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, '0')).join('');
  };

  const fingerprint = async file => ({
    file: file.name,
    size: file.size,
    modified: file.lastModified,
    first: await digest(file.slice(0, MIB)),
    last: await digest(file.slice(Math.max(0, file.size - MIB))),
  });

  const differs = (one, other) => one && other && one !== other;

  /** Refuses a file that is not the one of which the service has the beginning. */
  const requireSame = async (file, session, record) => {
    const offset = session.offset;
    const received = [
      await digest(file.slice(0, Math.min(MIB, offset))),
      await digest(file.slice(Math.max(0, offset - MIB), offset)),
    ];
    const known = record ? await fingerprint(file) : null;
    if (file.size !== session.length
        || differs(received[0], session.first_sha256)
        || differs(received[1], session.last_sha256)
        || known && (differs(known.first, record.first) || differs(known.last, record.last))) {
      throw failure('other-file');
    }
  };

  // What is asked of the service.

  const headers = more => ({'Tus-Resumable': '1.0.0', 'X-CSRF-Token': meta('csrf-token'), ...more});

  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  const metadataHeader = metadata => Object.entries(metadata)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');

  /** The sentence of a refusal; its body is JSON with a message, or a page with one. */
  const sentence = text => {
    try {
      return JSON.parse(text).message || '';
    } catch {
      const page = new DOMParser().parseFromString(text, 'text/html');
      page.querySelectorAll('title, h1').forEach(part => part.remove());
      return page.body.textContent.trim().replace(/\s+/g, ' ');
    }
  };

  const refusal = (status, text) => {
    if (status === 401) {
      return failure('signed-out');
    }
    if (status === 404 || status === 410) {
      return failure('gone', sentence(text));
    }
    return failure(status === 460 ? 'sum' : 'refused', sentence(text));
  };

  const isPassing = status => status === 0 || status === 408 || status === 409 || status === 429 || status >= 500;

  const ask = async (method, address, more = {}) => {
    const answer = await fetch(address, {method, headers: headers(more), cache: 'no-store', redirect: 'error'});
    if (!answer.ok) {
      throw Object.assign(refusal(answer.status, await answer.text()), {passing: isPassing(answer.status)});
    }
    return answer;
  };

  /** A page of ours, which also keeps the session and its token alive. */
  const PAGE = '/dashboard/uploads';

  /** Whether somebody is logged in; the proof for requests is that of the present session from then on. */
  const isLoggedIn = async () => {
    const answer = await fetch(PAGE, {cache: 'no-store'});
    if (!answer.ok || answer.redirected) {
      return false;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const proof = page.querySelector('meta[name="csrf-token"]')?.content;
    document.querySelector('meta[name="csrf-token"]').content = proof ?? '';
    return Boolean(proof);
  };

  // One upload.

  class Upload {
    constructor(record, file) {
      this.record = record;
      this.file = file;
      this.piece = SMALLEST;
      this.sent = record.offset;
      this.rate = 0;
    }

    /** Sends what is missing; comes to its end with the upload, with a pause or with a failure. */
    async run() {
      this.stopped = false;
      this.moved = Date.now();
      let failures = 0;
      this.tell('sending');
      try {
        while (!this.stopped && !this.complete) {
          try {
            if (failures > 0) {
              await this.catchUp();
            }
            await this.sendPiece();
            failures = 0;
          } catch (problem) {
            if (this.stopped) {
              break;
            }
            await this.requireUnchanged();
            if (!problem.passing && problem.code && !await this.isOver(problem)) {
              throw problem;
            }
            if (Date.now() - this.moved > PATIENCE) {
              return this.tell('paused', failure('no-network'));
            }
            failures++;
            this.tell('waiting');
            await this.pauseFor(failures);
          }
        }
        return this.complete ? this.tell('done') : undefined;
      } catch (problem) {
        return this.tell(problem.code === 'signed-out' ? 'paused' : 'failed', problem);
      }
    }

    get complete() {
      return this.record.offset === this.record.size && this.answered;
    }

    /** Whether somebody has logged in again meanwhile; nobody has when that did not help the last time. */
    async isOver(problem) {
      const helped = this.proven !== this.record.offset;
      this.proven = this.record.offset;
      return problem.code === 'signed-out' && helped && await isLoggedIn();
    }

    /** Where the service stands, which may be further than was heard. */
    async catchUp() {
      const answer = await ask('HEAD', this.record.address);
      this.advance(Number(answer.headers.get('Upload-Offset')));
      this.answered = this.record.offset === this.record.size;
      this.tell('sending');
    }

    advance(offset) {
      if (offset > this.record.offset) {
        this.moved = Date.now();
      }
      this.record.offset = offset;
      this.sent = Math.max(this.sent, offset);
    }

    async sendPiece() {
      if (this.complete) {
        return;
      }
      const from = this.record.offset;
      const to = Math.min(from + this.piece, this.record.size);
      const began = performance.now();
      const answer = await this.patch(from, this.file.slice(from, to));
      if (answer.status !== 204) {
        throw Object.assign(refusal(answer.status, answer.responseText), {passing: isPassing(answer.status)});
      }
      this.advance(Number(answer.getResponseHeader('Upload-Offset')));
      this.answered = true;
      const seconds = Math.max(0.05, (performance.now() - began) / 1000);
      const fitting = Math.round((to - from) / seconds * PIECE_SECONDS / MIB) * MIB;
      this.piece = Math.min(LARGEST, Math.max(SMALLEST, fitting));
      this.tell('sending');
    }

    /** One piece; promises the request when it is answered. A request that stands still is ended. */
    patch(from, body) {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        let alarm;
        const patience = millis => {
          clearTimeout(alarm);
          alarm = setTimeout(() => request.abort(), millis);
        };
        const broken = () => {
          clearTimeout(alarm);
          reject(Object.assign(new Error('broken'), {passing: true}));
        };
        let last = {at: performance.now(), loaded: 0};
        request.upload.onprogress = event => {
          patience(STALLED);
          this.measure(event.loaded - last.loaded, performance.now() - last.at);
          last = {at: performance.now(), loaded: event.loaded};
          this.sent = Math.max(this.sent, from + Math.min(event.loaded, body.size));
          this.tell('sending');
        };
        request.upload.onload = () => {
          patience(ANSWER_TIME);
          if (from + body.size === this.record.size) {
            this.tell('checking');
          }
        };
        request.onload = () => {
          clearTimeout(alarm);
          resolve(request);
        };
        request.onerror = broken;
        request.onabort = broken;
        request.open('PATCH', this.record.address);
        const all = headers({'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from)});
        Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
        patience(STALLED);
        this.request = request;
        request.send(body);
      });
    }

    measure(count, millis) {
      if (millis > 0) {
        const now = count / millis * 1000;
        this.rate = this.rate === 0 ? now : this.rate * 0.8 + now * 0.2;
      }
    }

    /** A file that was changed or taken away meanwhile cannot be read any more. */
    async requireUnchanged() {
      try {
        await this.file.slice(this.record.offset, this.record.offset + 1).arrayBuffer();
      } catch {
        throw failure('file-changed');
      }
    }

    /** Longer each time, and no longer than until the network is there again. */
    pauseFor(failures) {
      const millis = Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(failures, 10)) * (0.75 + Math.random() / 2);
      return new Promise(resolve => {
        this.wake = () => {
          clearTimeout(alarm);
          removeEventListener('online', this.wake);
          resolve();
        };
        const alarm = setTimeout(this.wake, millis);
        addEventListener('online', this.wake);
      });
    }

    stop() {
      this.stopped = true;
      this.request?.abort();
      this.wake?.();
    }

    tell(state, problem) {
      const over = state === 'done' || state === 'cancelled';
      this.record.state = state;
      this.record.problem = problem ? {code: problem.code || 'refused', message: problem.message} : null;
      const now = Date.now();
      if (over) {
        forget(this.record.address);
      } else if (state !== this.told || now - this.record.seen > RENEWAL) {
        Object.assign(this.record, {seen: now, sent: this.sent});
        remember(this.record);
      }
      this.told = state;
      if (!['sending', 'waiting', 'checking'].includes(state)) {
        running.delete(this.record.address);
      }
      document.dispatchEvent(new CustomEvent('predella:upload', {
        detail: {...this.record, sent: this.sent, rate: this.rate},
      }));
    }
  }

  const go = (record, file) => {
    const upload = new Upload(record, file);
    running.set(record.address, upload);
    upload.run();
    return record.address;
  };

  // What pages call.

  const begin = async ({image, file, title = file.name, metadata = {}}) => {
    const mark = await fingerprint(file);
    const answer = await ask('POST', `/v2/images/${encodeURIComponent(image)}/upload-sessions`, {
      'Upload-Length': String(file.size),
      'Upload-Metadata': metadataHeader({filename: file.name, ...metadata}),
    });
    const address = new URL(answer.headers.get('Location'), location.href).pathname;
    const offset = Number(answer.headers.get('Upload-Offset'));
    return go({address, image, title, ...mark, offset, state: 'sending', seen: 0}, file);
  };

  const resume = async (address, file) => {
    if (running.has(address)) {
      return address;
    }
    const paused = records()[address];
    if (paused?.problem?.code === 'signed-out' && !await isLoggedIn()) {
      throw failure('signed-out');
    }
    const session = await (await ask('GET', address)).json();
    await requireSame(file, session, paused);
    const record = paused || {
      address,
      image: session.image_id,
      title: file.name,
      ...await fingerprint(file),
    };
    return go({...record, offset: session.offset, seen: 0}, file);
  };

  const pause = address => {
    const upload = running.get(address);
    if (upload) {
      upload.stop();
      upload.tell('paused');
    }
  };

  const cancel = async address => {
    const upload = running.get(address);
    upload?.stop();
    try {
      await ask('DELETE', address);
    } catch (problem) {
      if (problem.code !== 'gone') {
        upload?.tell('paused', problem);
        throw problem;
      }
    }
    if (upload) {
      upload.tell('cancelled');
    } else {
      const record = records()[address] || {address};
      forget(address);
      document.dispatchEvent(new CustomEvent('predella:upload', {detail: {...record, state: 'cancelled'}}));
    }
  };

  const fileOf = address => running.get(address)?.file ?? null;

  setInterval(() => {
    if (running.size > 0) {
      isLoggedIn().catch(() => {
        // The network is away; the upload will notice.
      });
    }
  }, SIGN_OF_LIFE);

  // Whoever leaves the page ends what it sends: they are asked first, and links open beside it.

  addEventListener('beforeunload', event => {
    if (running.size > 0) {
      event.preventDefault();
    }
  });

  addEventListener('pagehide', () => running.forEach(upload => remember({...upload.record, state: 'interrupted'})));

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (running.size > 0 && link && !link.target && !link.getAttribute('href').startsWith('#')) {
      link.target = '_blank';
    }
  }, true);

  window.predella = Object.assign(window.predella || {}, {
    uploads: {begin, resume, pause, cancel, records, isAlive, fileOf},
  });
})();
