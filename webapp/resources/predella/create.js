/*
 * The pages on which images are made: looks at the chosen file and fills in what it tells, has the size compared with
 * the quota before a byte is sent, writes the same as a command, and follows uploads.
 *
 * The form is sent from here, since a file that was chosen does not survive a change of page: the record is made, the
 * page of its progress takes the place of the form, and the file goes on its way.
 */
(() => {
  'use strict';

  const GIB = 1024 ** 3;
  const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const SUMS = {32: 'md5', 64: 'sha256', 128: 'sha512'};
  const SUM_NAMES = {md5: 'MD5', sha256: 'SHA-256', sha512: 'SHA-512'};

  const {formats, uploads} = predella;
  const find = (selector, root = document) => root.querySelector(selector);
  const findAll = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (place, i) => values[i]);

  /** The file that was chosen or dropped last. */
  let file = null;

  // How numbers are written.

  const language = document.documentElement.lang || 'en';

  const bytes = count => {
    let unit = 0;
    let value = count;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return `${value.toLocaleString(language, {maximumFractionDigits: digits})} ${UNITS[unit]}`;
  };

  const time = seconds => {
    const unit = (value, name) =>
      value.toLocaleString(language, {style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0});
    if (seconds < 60) {
      return unit(Math.ceil(seconds), 'second');
    }
    if (seconds < 3600) {
      return unit(Math.ceil(seconds / 60), 'minute');
    }
    return `${unit(Math.floor(seconds / 3600), 'hour')} ${unit(Math.round(seconds % 3600 / 60), 'minute')}`;
  };

  // The chosen file.

  /** Fills a field that nobody has filled by hand. */
  const propose = (name, value) => {
    const field = find(`[name="${name}"]`);
    if (field && !field.dataset.touched && value !== '' && value !== null) {
      field.value = value;
    }
  };

  const choose = async chosen => {
    file = chosen;
    const seen = find('[data-seen]');
    const look = await formats.look(chosen);
    if (file !== chosen) {
      return;
    }
    const text = look.kind === '' ? 'unknown'
      : look.backed ? 'backed'
        : look.disk === '' ? 'packed'
          : look.virtualSize === null ? 'looks' : 'virtual';
    seen.textContent = filled(seen.dataset[text], chosen.name, bytes(chosen.size), look.kind.toUpperCase(),
      look.virtualSize === null ? '' : bytes(look.virtualSize));
    seen.classList.add('known');
    propose('name', chosen.name.replace(/(\.(qcow2|img|raw|iso|vmdk|vdi|vhdx?|ova|gz|xz|zst|bz2|zip))+$/i, ''));
    propose('disk_format', look.disk);
    propose('container_format', look.container);
    propose('min_disk', look.virtualSize === null ? null : Math.ceil(look.virtualSize / GIB));
    tellProblem('');
    writeCommand();
    await askForRoom(chosen.size);
  };

  /** The service's own sentence when there is no room for so much. */
  const askForRoom = async size => {
    const field = find('[data-bytes]');
    const refusal = find('[data-refusal]');
    if (!field || !refusal) {
      return;
    }
    field.value = size;
    const address = new URL(location.href);
    address.searchParams.set('bytes', size);
    const answer = await fetch(address, {cache: 'no-store'});
    if (answer.ok && !answer.redirected && file?.size === size) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      refusal.replaceChildren(...find('[data-refusal]', page).childNodes);
    }
  };

  document.addEventListener('change', event => {
    if (event.target.matches('[data-file]') && event.target.files.length > 0) {
      choose(event.target.files[0]);
    } else if (event.target.form?.matches('#create')) {
      event.target.dataset.touched = 'yes';
      writeCommand();
    }
  });
  ['dragover', 'dragleave', 'drop'].forEach(kind => document.addEventListener(kind, event => {
    const zone = event.target.closest?.('[data-drop]');
    if (!zone) {
      return;
    }
    event.preventDefault();
    zone.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && event.dataTransfer.files.length > 0) {
      choose(event.dataTransfer.files[0]);
    }
  }));

  // The expected checksum.

  /** {algorithm, sum}, null for an empty field, false for anything else. A line of a checksum file will do. */
  const expected = () => {
    const field = find('input[data-sum]');
    const text = field?.value.trim() ?? '';
    if (text === '') {
      return null;
    }
    const sum = text.split(/[\s=]+/).find(word => /^[0-9a-f]+$/i.test(word) && SUMS[word.length]);
    return sum ? {algorithm: SUMS[sum.length], sum: sum.toLowerCase()} : false;
  };

  document.addEventListener('input', event => {
    const field = event.target;
    if (field.matches('[data-sum]')) {
      const found = expected();
      find('#sum-help').textContent = found === null ? field.dataset.help
        : found ? filled(field.dataset.is, SUM_NAMES[found.algorithm]) : field.dataset.unknown;
      field.setAttribute('aria-invalid', String(found === false));
    } else if (field.form?.matches('#create')) {
      field.dataset.touched = 'yes';
      writeCommand();
    }
  });

  // The same as a command.

  const quoted = text => /^[\w.,:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

  const openstack = form => {
    const words = ['openstack image create'];
    words.push('--file', quoted(file?.name ?? 'FILE'));
    findAll('[data-option]', form).filter(field => field.value)
      .forEach(field => words.push(field.dataset.option, quoted(field.value)));
    findAll('[data-property]', form).filter(field => field.value)
      .forEach(field => words.push('--property', quoted(`${field.dataset.property}=${field.value}`)));
    form.elements.tags.value.split(/[,\s]+/).filter(Boolean).forEach(tag => words.push('--tag', quoted(tag)));
    words.push(`--${form.elements.visibility.value || 'private'}`);
    findAll('[data-flag]', form).filter(field => field.checked).forEach(field => words.push(field.dataset.flag));
    return [...words, quoted(form.elements.name.value || 'NAME')].join(' ');
  };

  const glance = form => {
    const words = ['glance image-create-via-import --import-method web-download'];
    findAll('[data-option]', form).filter(field => field.value)
      .forEach(field => words.push(field.dataset.option, quoted(field.value)));
    findAll('[data-property]', form).filter(field => field.value)
      .forEach(field => words.push('--property', quoted(`${field.dataset.property}=${field.value}`)));
    form.elements.tags.value.split(/[,\s]+/).filter(Boolean).forEach(tag => words.push('--tag', quoted(tag)));
    words.push('--visibility', form.elements.visibility.value || 'private');
    const stores = chosenStores(form);
    if (stores.length > 0) {
      words.push('--stores', stores.join(','));
    }
    return [...words, '--name', quoted(form.elements.name.value || 'NAME')].join(' ');
  };

  const writeCommand = () => {
    const form = document.getElementById('create');
    const place = find('[data-cli]');
    if (form && place) {
      const text = place.dataset.cli === 'import' ? glance(form) : openstack(form);
      find('pre', place).textContent = text;
      find('[data-copy]', place).dataset.copy = text;
      place.hidden = false;
    }
  };

  // Making the record.

  const chosenStores = root => findAll('input[name="stores"]:checked', root).map(box => box.value);

  /** What the upload session is told beside the data. */
  const metadata = root => {
    const sum = expected();
    const stores = chosenStores(root);
    const request = {method: {name: 'glance-direct'}};
    if (stores.length > 0) {
      request.stores = stores;
      request.all_stores_must_succeed = find('input[name="all_stores"]', root)?.checked ?? true;
    }
    return {import: JSON.stringify(request), ...(sum ? {[sum.algorithm]: sum.sum} : {})};
  };

  const send = async (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set(button.name, button.value);
    const answer = await fetch(form.action, {method: 'POST', body: fields});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const path = new URL(answer.url).pathname;
    if (answer.redirected && path.endsWith('/progress')) {
      return {page, path};
    }
    if (answer.redirected) {
      location.assign(answer.url);
      return null;
    }
    find('#messages').replaceWith(document.importNode(find('#messages', page) ?? find('main', page), true));
    find('main').scrollIntoView();
    return null;
  };

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('#create') || !find('[data-file]', form)) {
      return;
    }
    event.preventDefault();
    if (!file) {
      find('[data-file]').focus();
      find('[data-drop]').scrollIntoView({block: 'center'});
      return;
    }
    if (expected() === false) {
      find('input[data-sum]').focus();
      return;
    }
    const button = event.submitter ?? find('[type="submit"]', form);
    button.disabled = true;
    try {
      const told = metadata(form);
      const made = await send(form, button);
      if (made) {
        find('main').replaceWith(document.importNode(find('main', made.page), true));
        document.title = made.page.title;
        history.pushState(null, '', made.path);
        scrollTo(0, 0);
        find('main').focus({preventScroll: true});
        await begin(told);
        document.dispatchEvent(new CustomEvent('predella:page'));
      }
    } finally {
      button.disabled = false;
    }
  });

  // The panel of one upload.

  const panel = () => find('[data-panel]');

  const address = () => {
    const {panel: image, session} = panel().dataset;
    return session ? `/v2/images/${image}/upload-sessions/${session}` : '';
  };

  const tellProblem = (code, message = '') => {
    const place = find('[data-problem]');
    if (place) {
      const key = code.replace(/-(\w)/g, (all, letter) => letter.toUpperCase());
      place.textContent = code === '' ? '' : place.dataset[key] ?? message;
      place.hidden = place.textContent === '';
    }
  };

  const showPart = part => findAll('[data-when]').forEach(one => {
    one.hidden = one.dataset.when !== part;
  });

  const attempt = async work => {
    tellProblem('');
    try {
      const begun = await work();
      panel().dataset.session = begun.split('/').pop();
      showPart('busy');
    } catch (problem) {
      tellProblem(problem.code || 'refused', problem.message);
    }
  };

  const begin = told => attempt(() => uploads.begin({
    image: panel().dataset.panel,
    file,
    title: panel().dataset.name || file.name,
    metadata: told,
  }));

  const show = upload => {
    const place = panel();
    if (!place || upload.address !== address()) {
      return;
    }
    const active = ['sending', 'waiting', 'checking', 'paused', 'done'].includes(upload.state);
    showPart(active && uploads.fileOf(upload.address) || upload.state === 'paused' || upload.state === 'done'
      ? 'busy' : 'idle');
    const share = upload.size === 0 ? 1 : upload.sent / upload.size;
    find('[data-bar]', place).value = Math.floor(share * 1000);
    find('[data-percent]', place).textContent =
      Math.min(share, 0.999).toLocaleString(language, {style: 'percent', maximumFractionDigits: 0});
    const amount = find('[data-amount]', place);
    amount.textContent = filled(amount.dataset.amount, bytes(upload.sent), bytes(upload.size));
    const rest = find('[data-rest]', place);
    rest.textContent = upload.state === 'sending' && upload.rate > 0
      ? filled(rest.dataset.rest, bytes(upload.rate), time((upload.size - upload.sent) / upload.rate)) : '';
    find('[data-file-name]', place).textContent = upload.file;
    const state = find('[data-state]', place);
    const text = state.dataset[upload.state] ?? '';
    if (state.textContent !== text) {
      state.textContent = text;
    }
    find('[data-pause]', place).hidden = !['sending', 'waiting'].includes(upload.state);
    find('[data-resume]', place).hidden = upload.state !== 'paused';
    find('[data-cancel]', place).hidden = ['checking', 'done'].includes(upload.state);
    if (upload.problem) {
      tellProblem(upload.problem.code, upload.problem.message);
    }
    if (upload.state === 'done' || upload.state === 'cancelled') {
      location.reload();
    }
  };

  document.addEventListener('predella:upload', event => show(event.detail));

  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button || !panel()?.contains(button)) {
      return;
    }
    if (button.matches('[data-begin]')) {
      if (!file) {
        tellProblem('no-file');
      } else if (expected() === false) {
        tellProblem('bad-sum');
      } else if (address()) {
        attempt(() => uploads.resume(address(), file));
      } else {
        begin(metadata(panel()));
      }
    } else if (button.matches('[data-pause]')) {
      uploads.pause(address());
    } else if (button.matches('[data-resume]')) {
      attempt(() => uploads.resume(address(), file));
    } else if (button.matches('[data-cancel]') && confirm(button.dataset.cancel)) {
      uploads.cancel(address()).catch(problem => tellProblem(problem.code, problem.message));
    }
  });

  writeCommand();
})();
