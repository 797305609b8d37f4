// Menu, theme, search and the mark of the section that is read. Nothing here is needed to read a page.
(() => {
  const html = document.documentElement;
  html.classList.add('script');
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not on this file */ } };
  const kept = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const themes = ['system', 'light', 'dark'];
  const wear = theme => {
    if (theme === 'system') delete html.dataset.theme; else html.dataset.theme = theme;
  };
  let theme = themes.includes(kept('theme')) ? kept('theme') : 'system';
  wear(theme);

  let pages = null;
  let loading = false;
  window.synthPages = all => {
    pages = all.map(([path, page, anchor, heading, text]) =>
      ({path, page, anchor, heading, text, low: (page + ' ' + heading + ' ' + text).toLowerCase()}));
    document.dispatchEvent(new Event('searchable'));
  };

  addEventListener('DOMContentLoaded', () => {
    const root = document.body.dataset.root;
    const byId = id => document.getElementById(id);

    const button = byId('theme');
    const label = () => { button.lastChild.textContent = theme; };
    button.hidden = false;
    label();
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      keep('theme', theme);
      wear(theme);
      label();
    });

    const menu = byId('menu');
    const nav = byId('nav');
    menu.hidden = false;
    menu.addEventListener('click', () =>
      menu.setAttribute('aria-expanded', String(nav.classList.toggle('open'))));
    const here = nav.querySelector('[aria-current]');
    if (here && here.offsetTop > nav.clientHeight) nav.scrollTop = here.offsetTop - nav.clientHeight / 2;

    for (const pre of document.querySelectorAll('pre')) {
      if (!navigator.clipboard || pre.querySelector('code.console')) continue;
      const frame = document.createElement('div');
      const copy = document.createElement('button');
      frame.className = 'code';
      copy.type = 'button';
      copy.textContent = 'Copy';
      copy.addEventListener('click', () => navigator.clipboard.writeText(pre.textContent).then(
        () => { copy.textContent = 'Copied'; }, () => { copy.textContent = 'Not allowed'; }));
      pre.replaceWith(frame);
      frame.append(pre, copy);
    }

    const lines = [...document.querySelectorAll('#contents a')];
    if (lines.length && window.IntersectionObserver) {
      const heads = lines.map(line => byId(decodeURIComponent(line.hash.slice(1))));
      const follow = () => {
        let last = 0;
        heads.forEach((head, i) => { if (head && head.getBoundingClientRect().top < 120) last = i; });
        lines.forEach((line, i) => i === last
          ? line.setAttribute('aria-current', 'true') : line.removeAttribute('aria-current'));
      };
      addEventListener('scroll', follow, {passive: true});
      follow();
    }

    const form = byId('seek');
    const box = byId('search');
    const found = byId('found');
    const list = found.querySelector('ul');
    const status = found.querySelector('p');
    form.hidden = false;

    const load = () => {
      if (pages || loading) return;
      loading = true;
      const script = document.createElement('script');
      script.src = root + 'search.js';
      document.head.append(script);
    };
    const close = () => { found.hidden = true; };
    const marked = (parent, text, words) => {
      const low = text.toLowerCase();
      let at = 0;
      while (at < text.length) {
        let next = -1;
        let length = 0;
        for (const word of words) {
          const i = low.indexOf(word, at);
          if (i >= 0 && (next < 0 || i < next)) { next = i; length = word.length; }
        }
        if (next < 0) break;
        parent.append(text.slice(at, next));
        const mark = document.createElement('mark');
        mark.textContent = text.slice(next, next + length);
        parent.append(mark);
        at = next + length;
      }
      parent.append(text.slice(at));
    };
    const score = (one, words) => {
      let sum = 0;
      for (const word of words) {
        if (!one.low.includes(word)) return 0;
        if (one.heading.toLowerCase().includes(word)) sum += 6;
        if (one.page.toLowerCase().includes(word)) sum += one.anchor ? 3 : 8;
        sum += Math.min(3, one.text.toLowerCase().split(word).length - 1);
      }
      // decisions and the changelog tell how it came about; users ask how it is
      return /^docs\/adr\/\d|^CHANGELOG/.test(one.path) ? sum / 3 : sum;
    };
    const look = () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(word => word.length > 1);
      if (!words.length) { close(); return; }
      if (!pages) { load(); return; }
      const hits = pages.map(one => ({one, sum: score(one, words)})).filter(hit => hit.sum > 0)
        .sort((a, b) => b.sum - a.sum);
      list.replaceChildren(...hits.slice(0, 12).map(({one}) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        const head = document.createElement('strong');
        const part = document.createElement('span');
        link.href = root + one.path + (one.anchor ? '#' + one.anchor : '');
        marked(head, one.heading ? one.page + ' › ' + one.heading : one.page, words);
        const low = one.text.toLowerCase();
        const first = Math.max(0, Math.min(...words.map(word => (low.indexOf(word) + 1 || 1e9) - 1)));
        const from = first > 1e8 || first < 50 ? 0 : low.indexOf(' ', first - 50) + 1;
        marked(part, (from ? '… ' : '') + one.text.slice(from, from + 150), words);
        link.append(head, part);
        item.append(link);
        return item;
      }));
      status.textContent = hits.length === 0 ? 'Nothing has all these words'
        : hits.length === 1 ? '1 place' : hits.length + ' places' + (hits.length > 12 ? ', the first 12' : '');
      found.hidden = false;
    };
    document.addEventListener('searchable', look);
    box.addEventListener('focus', load);
    box.addEventListener('input', look);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const first = list.querySelector('a');
      if (first && !found.hidden) first.click();
    });
    form.addEventListener('keydown', event => {
      const links = [...list.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Escape') { close(); box.focus(); }
      if (found.hidden || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (next < 0) box.focus(); else if (links[next]) links[next].focus();
    });
    list.addEventListener('click', close);
    document.addEventListener('click', event => { if (!form.contains(event.target)) close(); });
    form.addEventListener('focusout', event => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener('keydown', event => {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey
          && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        box.focus();
      }
    });
  });
})();
