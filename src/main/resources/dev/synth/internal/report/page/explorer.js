// The threshold explorer: what every arm does on validation rows at a number of alerts, at a
// threshold, or at the threshold that the run's rule chose.
'use strict';
(function () {
  const holder = document.getElementById('explorer');
  if (!holder) return;
  const data = JSON.parse(document.getElementById('explorer-data').textContent);
  const ROWS = 10000; // everything is counted over as many
  const MOST_LINES = 6;
  const money = data.currency !== undefined;
  const number = synthCharts.number;
  const count = value => synthCharts.grouped(Math.round(value)).replace('-', '−');

  // Fewer alerts than one of all validation rows are no number of alerts.
  const least = Math.min(...data.arms.map(arm => arm.rows));
  const places = data.shares.map((share, i) => i).filter(i => data.shares[i] * least >= 1);

  const modes = {
    rule: {
      name: 'The run\u2019s rule', length: 0,
      of: arm => ({threshold: arm.threshold, alerts: arm.alerts, found: arm.found, saved: arm.saved}),
      words: () => 'Each arm at the threshold that the run\u2019s rule chose for it',
    },
    alerts: {
      name: 'Alerts', length: places.length,
      of: (arm, i) => at(arm.in_alerts, places[i], data.shares[places[i]]),
      words: i => number(Number((data.shares[places[i]] * ROWS).toPrecision(3))) + ' alerts in 10,000 rows',
    },
    threshold: {
      name: 'Threshold', length: data.thresholds.length,
      of: (arm, i) => Object.assign(at(arm.at_threshold, i), {threshold: data.thresholds[i]}),
      words: i => 'Alerts from a score of ' + number(Number(data.thresholds[i].toPrecision(3))) + ' on',
    },
  };

  function at(steps, i, share) {
    return {alerts: share === undefined ? steps.alerts[i] : share, found: steps.found[i],
      saved: steps.saved ? steps.saved[i] : undefined};
  }

  // ---- controls

  let mode = 'rule';
  const place = {rule: 0, alerts: nearest(places.map(i => data.shares[i]), data.arms[0].alerts),
    threshold: nearest(data.thresholds, data.arms[0].threshold)};

  function nearest(values, wanted) {
    return values.reduce((best, value, i) => Math.abs(value - wanted) < Math.abs(values[best] - wanted) ? i : best, 0);
  }

  const choice = element('fieldset', 'modes');
  choice.append(element('legend', '', 'Move'));
  for (const [key, own] of Object.entries(modes)) {
    const label = element('label');
    const radio = element('input');
    Object.assign(radio, {type: 'radio', name: 'explorer-mode', value: key, checked: key === mode});
    radio.addEventListener('change', () => {
      mode = key;
      show();
    });
    label.append(radio, ' ' + own.name);
    choice.append(label);
  }
  const slider = element('input', 'slider');
  slider.type = 'range';
  slider.setAttribute('aria-label', 'Number of alerts or threshold');
  slider.addEventListener('input', () => {
    place[mode] = Number(slider.value);
    show();
  });
  const says = element('output', 'says');
  const figure = element('div', 'plot');
  figure.setAttribute('role', 'img');
  const scroll = element('div', 'scroll');
  scroll.tabIndex = 0;
  const table = element('table');
  scroll.append(table);
  holder.append(choice, slider, says, figure, scroll);

  function element(tag, cssClass, text) {
    const own = document.createElement(tag);
    if (cssClass) own.className = cssClass;
    if (text) own.textContent = text;
    return own;
  }

  // ---- what is shown

  function show() {
    const now = modes[mode];
    slider.hidden = now.length === 0;
    slider.max = String(Math.max(0, now.length - 1));
    slider.value = String(place[mode]);
    slider.setAttribute('aria-valuetext', now.words(place[mode]));
    says.textContent = now.words(place[mode]) + '.';
    const rows = data.arms.map(arm => row(arm, now.of(arm, place[mode])));
    write(rows);
    draw(rows);
  }

  function row(arm, state) {
    const alerts = state.alerts * ROWS;
    const found = state.found * arm.rare_share * ROWS;
    return {name: arm.name, judged: arm.judged, arm: arm, state: state, alerts: alerts, found: found,
      all: arm.rare_share * ROWS, false_alarms: Math.max(0, alerts - found),
      precision: alerts > 0 ? Math.min(1, found / alerts) : undefined,
      saved: state.saved === undefined ? undefined : state.saved * ROWS};
  }

  function write(rows) {
    table.replaceChildren();
    const head = table.createTHead().insertRow();
    const titles = ['Arm', 'Threshold', 'Alerts', 'Rare rows found', 'Share found', 'False alarms', 'Precision'];
    if (money) titles.push('Saved' + (data.currency ? ', ' + data.currency : ''));
    titles.forEach((title, i) => head.append(Object.assign(element('th', i > 0 ? 'number' : '', title), {scope: 'col'})));
    const body = table.createTBody();
    const most = Math.max(...rows.map(one => one.found));
    for (const one of rows) {
      const line = body.insertRow();
      if (one.judged) line.className = 'primary';
      line.append(Object.assign(element('th', 'name', one.name), {scope: 'row'}));
      const share = one.state.found * 100;
      const cells = [one.state.threshold === undefined ? '–' : number(Number(one.state.threshold.toPrecision(3))),
        count(one.alerts), number(Number(one.found.toPrecision(3))) + ' of ' + number(Number(one.all.toPrecision(3))),
        share.toFixed(0) + ' %', count(one.false_alarms),
        one.precision === undefined ? '–' : (one.precision * 100).toFixed(0) + ' %'];
      if (money) cells.push(one.saved === undefined ? '–' : count(one.saved));
      cells.forEach((text, i) => {
        const cell = element('td', 'number', text);
        if (i === 2 && one.found === most && rows.length > 1) cell.classList.add('most');
        line.append(cell);
      });
    }
  }

  let chart;
  function draw(rows) {
    if (!figure.clientWidth) return;
    if (chart) chart.dispose();
    const shown = rows.filter((one, i) => i === 0 || one.judged).slice(0, MOST_LINES);
    const spec = {
      x: {name: 'alerts in 10,000 rows', log: true, min: data.shares[places[0]] * ROWS, max: ROWS},
      y: {name: 'share of rare rows found', min: 0, max: 1},
      lines: shown.map((one, i) => ({name: one.name, tone: i === 0 ? 'quiet' : 'next',
        x: places.map(at => data.shares[at] * ROWS), y: places.map(at => one.arm.in_alerts.found[at]),
        marks: one.alerts > 0 ? [{x: Math.max(one.alerts, data.shares[places[0]] * ROWS), y: one.state.found, name: ''}] : []})),
    };
    if (mode === 'alerts') spec.verticals = [{at: data.shares[places[place.alerts]] * ROWS, name: ''}];
    figure.style.height = '320px';
    figure.setAttribute('aria-label', 'Share of rare rows found, by the number of alerts. ' + says.textContent);
    chart = echarts.init(figure, null, {renderer: 'svg'});
    chart.setOption(synthCharts.kinds.lines.option(spec, synthCharts.looks(), {small: false, width: figure.clientWidth}));
  }

  document.addEventListener('synth:looks', show);
  addEventListener('resize', show);
  show();
})();
