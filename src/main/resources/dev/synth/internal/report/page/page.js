// The page's own behaviour: the theme, the table of contents, choices between charts.
'use strict';
(function () {
  const root = document.documentElement;
  const THEMES = ['auto', 'light', 'dark'];

  function remembered() {
    try {
      return localStorage.getItem('synth-theme') || 'auto';
    } catch (refused) {
      return 'auto'; // some browsers keep nothing for files
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem('synth-theme', theme);
    } catch (refused) {
      // then the choice holds for this visit
    }
  }

  function themes() {
    const button = document.getElementById('theme');
    let theme = remembered();
    const show = () => {
      if (theme === 'auto') delete root.dataset.theme;
      else root.dataset.theme = theme;
      button.textContent = {auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark'}[theme];
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      remember(theme);
      show();
      document.dispatchEvent(new Event('synth:looks'));
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
      document.dispatchEvent(new Event('synth:looks')));
    show();
  }

  /** Marks the section that is being read. */
  function contents() {
    const links = new Map([...document.querySelectorAll('nav.contents a')].map(link => [link.hash.slice(1), link]));
    const eye = new IntersectionObserver(entries => {
      for (const entry of entries) {
        if (!entry.isIntersecting) {
          // above the first section nothing is being read; below, the next one takes over
          if (entry.boundingClientRect.top > 0) links.get(entry.target.id).removeAttribute('aria-current');
          continue;
        }
        links.forEach(link => link.removeAttribute('aria-current'));
        const link = links.get(entry.target.id);
        link.setAttribute('aria-current', 'true');
        const bar = link.closest('nav');
        if (bar.scrollWidth > bar.clientWidth) bar.scrollLeft = link.offsetLeft - 40;
      }
    }, {rootMargin: '-20% 0px -70% 0px'});
    links.forEach((link, id) => eye.observe(document.getElementById(id)));
    addEventListener('scroll', () => {
      if (scrollY < 5) document.querySelector('nav.contents').scrollLeft = 0;
    }, {passive: true});
  }

  /** Of several charts one is seen at a time. */
  function choices() {
    for (const holder of document.querySelectorAll('.choice')) {
      const figures = [...holder.children];
      const label = document.createElement('label');
      const select = document.createElement('select');
      label.append(holder.dataset.label + ' ', select);
      figures.forEach((figure, i) => {
        const caption = figure.querySelector('figcaption strong').textContent;
        select.append(new Option(caption, String(i)));
        figure.hidden = i > 0;
      });
      select.addEventListener('change', () => {
        figures.forEach((figure, i) => figure.hidden = String(i) !== select.value);
        document.dispatchEvent(new Event('synth:shown'));
      });
      holder.prepend(label);
    }
  }

  /** What scrolls sideways is reached by keyboard, where it does scroll. */
  function scrollers() {
    // in a fold it is looked at when that opens: to lay out 300 closed ones takes seconds
    const wide = [...document.querySelectorAll('.scroll:not([tabindex])')].filter(
      table => !table.closest('details:not([open])') && table.scrollWidth > table.clientWidth);
    for (const table of wide) table.tabIndex = 0;
  }

  themes();
  contents();
  choices();
  scrollers();
  addEventListener('resize', scrollers);
  document.addEventListener('toggle', scrollers, true);
  if (typeof synthCharts !== 'undefined') synthCharts.start();
})();
