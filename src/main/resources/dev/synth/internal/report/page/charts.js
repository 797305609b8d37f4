// Draws the charts of a page. A chart is a figure.chart with its data as JSON in a script element
// (dev.synth.internal.report.chart); Apache ECharts, above, draws it once it comes into view.
'use strict';
const synthCharts = (function () {
  const NARROW = 560; // pixels; below them labels give way to the drawing
  const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [14, 4], [3, 3]];
  const SYMBOLS = ['circle', 'triangle', 'diamond', 'rect', // one more than colours, so that the two differ in step
    'path://M0 0L12 0L6 11Z', 'path://M4 0h4v4h4v4h-4v4h-4v-4h-4v-4h4z', 'path://M2 0l4 4l4-4l2 2l-4 4l4 4l-2 2l-4-4l-4 4l-2-2l4-4l-4-4z'];
  const FIGURE = '[-−+]?\\d[\\d,]*(?:\\.\\d+)?(?:e[-−+]?\\d+)?(?: %)?';
  // a figure, an interval, several of them, or what stands for none; a date is none of these
  const FIGURES = new RegExp('^(?:' + FIGURE + '(?:(?: to |; )' + FIGURE + ')*(?: \\(' + FIGURE + ' to ' + FIGURE + '\\))?|–|a few|)$');
  const BAND = '\u0000'; // begins the names of series that are no line of the legend
  const MOST_UNSEEN = 80; // charts that are drawn before they come into view
  let printing = false;
  const drawn = new Map(); // plot element -> chart

  // ---- numbers and words

  function number(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    const size = Math.abs(value);
    if (size === 0) return '0';
    let text;
    if (size >= 1e12 || size < 1e-5) text = value.toExponential(2);
    else if (Number.isInteger(value) || size >= 999.5) text = grouped(Math.round(value));
    else if (size < 1e-4) text = value.toFixed(8).replace(/0+$/, '');
    else text = String(Number(value.toPrecision(4)));
    return text.replace('-', '−');
  }

  function grouped(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  }

  function signed(value) {
    if (value === null || value === undefined) return '–';
    const text = Math.abs(value) >= 100 ? grouped(Math.round(value)) : value.toFixed(3);
    return text === '-0.000' ? '0.000' : (value > 0 ? '+' : '') + text.replace('-', '−');
  }

  function interval(low, high) {
    return low === undefined || low === null ? '' : signed(low) + ' to ' + signed(high);
  }

  function escaped(text) {
    const holder = document.createElement('span');
    holder.textContent = String(text);
    return holder.innerHTML;
  }

  function defined(value, otherwise) {
    return value === undefined || value === null ? otherwise : value;
  }

  // ---- looks

  function looks() {
    const style = getComputedStyle(document.documentElement);
    const of = name => style.getPropertyValue('--' + name).trim();
    return {
      ink: of('ink'), soft: of('soft'), line: of('line'), paper: of('paper'), panel: of('panel'),
      effect: of('effect'), quiet: of('quiet'),
      palette: [1, 2, 3, 4, 5, 6].map(i => of('c' + i)),
      cold: of('cold'), middle: of('middle'), warm: of('warm'),
      font: getComputedStyle(document.body).fontFamily,
    };
  }

  /** Gives each series a colour by what it stands for, and the next ones of the palette else. */
  function colours(series, look) {
    let next = 0;
    const fixed = {quiet: look.quiet, majority: look.quiet, real: look.palette[0], synthetic: look.palette[1]};
    return series.map(one => fixed[one.tone] || look.palette[next++ % look.palette.length]);
  }

  function faded(colour, opacity) {
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = colour;
    const hex = canvas.fillStyle;
    const part = at => parseInt(hex.slice(at, at + 2), 16);
    return 'rgba(' + part(1) + ',' + part(3) + ',' + part(5) + ',' + opacity + ')';
  }

  function base(look, small) {
    return {
      animation: false,
      textStyle: {fontFamily: look.font, color: look.ink, fontSize: small ? 11 : 12},
      grid: {left: 8, right: small ? 24 : 30, top: 12, bottom: small ? 22 : 30, containLabel: true},
      tooltip: {
        confine: true, backgroundColor: look.paper, borderColor: look.line,
        textStyle: {color: look.ink, fontSize: 12}, transitionDuration: 0,
      },
    };
  }

  function axis(look, scale, extra) {
    const log = Boolean(scale.log);
    return Object.assign({
      type: log ? 'log' : 'value', name: scale.name, nameLocation: 'middle',
      nameTextStyle: {color: look.soft}, min: defined(scale.min, log ? 'dataMin' : undefined),
      max: defined(scale.max, log ? 'dataMax' : undefined), scale: true,
      axisLabel: {color: look.soft, fontFamily: look.font, formatter: value => number(value), hideOverlap: true, showMinLabel: !log},
      axisLine: {show: false, lineStyle: {color: look.line}}, axisTick: {show: false},
      splitLine: {lineStyle: {color: look.line}},
    }, extra);
  }

  function across(look, scale, small) {
    return axis(look, scale, {nameGap: small ? 24 : 28, splitLine: {show: false}, splitNumber: small ? 3 : 5,
      axisLine: {show: true, onZero: false, lineStyle: {color: look.line}}});
  }

  /** The step of 1, 2 or 5 times a power of ten that parts a length into about so many. */
  function step(length, about) {
    const rough = length / about;
    const power = Math.pow(10, Math.floor(Math.log10(rough)));
    return power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
  }

  function upwards(look, scale, small) {
    return axis(look, scale, {name: '', splitNumber: small ? 3 : 5});
  }

  /** What an axis upwards measures stands above it, where it takes no width. */
  function named(option, scale, look) {
    option.title = {text: scale.name, left: 4, top: -2,
      textStyle: {color: look.soft, fontSize: 12, fontWeight: 'normal'}};
    option.grid.top = 34;
  }

  function legend(option, names, look, small) {
    if (names.length < 2) return;
    const longest = Math.floor((document.documentElement.clientWidth - 110) / 6.6); // letters that a line has room for
    option.legend = {data: names, formatter: name => name.length > longest ? name.slice(0, longest - 1) + '…' : name, type: names.length > 8 ? 'scroll' : 'plain', bottom: 0, left: 'center',
      itemWidth: 26, itemHeight: 9, textStyle: {color: look.ink, fontSize: small ? 11 : 12},
      pageTextStyle: {color: look.ink}, pageIconColor: look.soft};
    option.grid.bottom = (small ? 46 : 58) + 18 * extraLines(names, small);
  }

  /** How many lines a legend has beyond the first: names go side by side while there is room. */
  function extraLines(names, small) {
    if (names.length > 8) return 0;
    const width = small ? 260 : Math.min(900, document.documentElement.clientWidth - 60);
    let lines = 0;
    let used = 0;
    for (const name of names) {
      const own = 42 + name.length * (small ? 6.4 : 7);
      if (used > 0 && used + own > width) {
        lines++;
        used = 0;
      }
      used += own;
    }
    return lines;
  }

  // ---- one function a kind: data to options; and data to a table

  const kinds = {
    forest: {
      height: spec => spec.groups.reduce((sum, group) => sum + group.rows.length + 1, 0) * (printing ? 21 : 30) + 60,
      option: forest,
      table: spec => ({
        head: ['', 'Of', spec.axis, '95 % interval', 'Single values'],
        rows: spec.groups.flatMap(group => group.rows.map(row => [row.name, group.name, signed(row.mean),
          interval(row.low, row.high), (row.points || []).map(signed).join('; ')])),
      }),
    },
    lines: {
      height: (spec, small) => small ? 230 : 400,
      option: lines,
      table: spec => ({
        head: ['', spec.x.name, spec.y.name, 'Band'],
        rows: spec.lines.flatMap(line => line.x.map((x, i) => [line.name, number(x), number(line.y[i]),
          line.low ? number(line.low[i]) + ' to ' + number(line.high[i]) : ''])),
      }),
    },
    bars: {
      height: (spec, small) => spec.lying
        ? Math.max(120, spec.names.length * (printing ? 8 + 7 * spec.series.length : 12 + 12 * spec.series.length) + 70) : small ? 230 : 340,
      option: bars,
      table: spec => ({
        head: [''].concat(spec.series.map(one => one.name)),
        rows: spec.names.map((name, i) => [name].concat(spec.series.map(one => number(one.values[i])
          + (one.low ? ' (' + number(one.low[i]) + ' to ' + number(one.high[i]) + ')' : '')))),
      }),
    },
    density: {
      height: (spec, small) => small ? 210 : 340,
      option: density,
      table: spec => ({
        head: [spec.axis].concat(spec.series.map(one => one.name)),
        rows: spec.edges.slice(1).map((edge, i) => [number(spec.edges[i]) + ' to ' + number(edge)]
          .concat(spec.series.map(one => number(one.shares[i])))),
      }),
    },
    heat: {
      height: (spec, small, width) => Math.min(printing ? 300 : 760, Math.max(printing ? 180 : 220, Math.min(width, spec.rows.length * (printing ? 11 : 26) + (printing ? 125 : 130)))),
      option: heat,
      canvas: spec => spec.rows.length * spec.columns.length > 2500,
      table: spec => ({
        head: [''].concat(spec.columns),
        rows: spec.rows.map((name, i) => [name].concat(spec.values[i].map(number))),
      }),
    },
    panel: {
      height: spec => spec.names ? shownRows(spec).length * 21 + 34 : printing ? 120 : 176,
      option: (spec, look, place) => spec.names ? levelPanel(spec, look, place) : binPanel(spec, look, place),
      table: spec => ({
        head: [spec.title].concat(spec.sides.map(side => SIDES[side.tone]), 'By chance, synthetic rows'),
        rows: panelRows(spec).map(row => [row.name].concat(row.shares.map(percent),
          row.low === undefined ? '' : percent(row.low) + ' to ' + percent(row.high))),
      }),
    },
    scatter: {
      height: (spec, small) => small ? 260 : printing ? 200 : 440,
      option: scatter,
      canvas: spec => spec.clouds.reduce((sum, cloud) => sum + cloud.x.length, 0) > 2500,
      table: spec => ({
        head: ['', spec.x.name, spec.y.name, 'Rows'],
        rows: spec.clouds.flatMap(cloud => cloud.x.map((x, i) => [cloud.name, number(x), number(cloud.y[i]),
          cloud.rows ? number(cloud.rows[i]) : '1'])),
      }),
    },
  };

  function forest(spec, look, place) {
    const narrow = place.width < NARROW;
    const rows = spec.groups.flatMap(group => [{heading: group.name}].concat(group.rows));
    const ends = rows.flatMap(row => row.heading ? [] : [row.mean, row.low, row.high].concat(row.points || []))
      .filter(value => value !== undefined).concat(spec.effect ? [-spec.effect, spec.effect] : [0]);
    const room = (Math.max(...ends) - Math.min(...ends)) * 0.06 || 0.01;
    const option = base(look, false);
    const longest = Math.max(...rows.map(row => (row.name || '').length));
    const left = narrow ? 116 : Math.min(place.width / 3, Math.max(220, longest * 7.2 + 20)); // of the names
    option.grid = {left: left, right: narrow ? 8 : 190, top: 4, bottom: 44, containLabel: false};
    // whole steps, since an axis has a line at its ends
    const between = step(Math.max(...ends) - Math.min(...ends) + 2 * room, narrow ? 3 : 6);
    option.xAxis = axis(look, {name: '← worse · ' + spec.axis + ' · better →',
      min: between * Math.floor((Math.min(...ends) - room) / between),
      max: between * Math.ceil((Math.max(...ends) + room) / between)}, {nameGap: 28, interval: between});
    if (narrow) option.xAxis.name = spec.axis;
    if (narrow) option.xAxis.axisLabel.alignMaxLabel = 'right';
    option.yAxis = {type: 'category', inverse: true, data: rows.map((row, i) => String(i)), axisTick: {show: false},
      axisLine: {show: false}, axisLabel: {
        interval: 0, align: 'left', margin: narrow ? 114 : left - 4, width: narrow ? 108 : left - 12,
        overflow: narrow ? 'break' : 'truncate', lineHeight: narrow ? 13 : undefined,
        formatter: i => rows[i].heading !== undefined ? '' // it is drawn with the rows, and may be long
          : (rows[i].strong ? '{strong|' : '{other|') + plain(rows[i].name) + '}',
        rich: {strong: {color: look.ink, fontWeight: 650, fontSize: narrow ? 11 : 12.5, lineHeight: narrow ? 13 : undefined},
          other: {color: look.ink, fontSize: narrow ? 11 : 12.5, lineHeight: narrow ? 13 : undefined}}}};
    option.tooltip.formatter = item => {
      const row = rows[item.dataIndex];
      return row.heading !== undefined ? '' : '<b>' + escaped(row.name) + '</b><br>' + signed(row.mean)
        + (row.low === undefined ? '' : '<br>95 % interval ' + interval(row.low, row.high));
    };
    option.series = [{type: 'custom', data: rows.map((row, i) => [row.heading ? 0 : row.mean, i]),
      renderItem: (parameters, api) => rowOf(rows[parameters.dataIndex], parameters.dataIndex, api, look, narrow),
      markArea: spec.effect ? {silent: true, itemStyle: {color: look.effect},
        data: [[{xAxis: -spec.effect}, {xAxis: spec.effect}]]} : undefined,
      markLine: {silent: true, symbol: 'none', label: {show: false}, animation: false,
        lineStyle: {color: look.soft, type: 'solid', width: 1}, data: [{xAxis: 0}]}}];
    return option;
  }

  /** Text in ECharts' rich labels has no braces and bars of its own. */
  function plain(text) {
    return String(text).replace(/[{}|]/g, ' ');
  }

  function rowOf(row, i, api, look, narrow) {
    const at = (value, shift) => {
      const point = api.coord([value, i]);
      return [point[0], point[1] + (shift || 0)];
    };
    const children = [];
    if (row.heading !== undefined) {
      return {type: 'group', children: [{type: 'text', style: {text: row.heading, x: 4, y: at(0)[1],
        verticalAlign: 'middle', fill: look.soft, stroke: look.paper, lineWidth: 3, font: '600 12px ' + look.font,
        width: api.getWidth() - 8, overflow: 'truncate'}}]};
    }
    const colour = row.strong ? look.palette[0] : look.soft;
    for (const value of row.points || []) {
      const point = at(value, 9);
      children.push({type: 'circle', shape: {cx: point[0], cy: point[1], r: 2.3}, style: {fill: colour, opacity: 0.4}});
    }
    if (row.low !== undefined) {
      const from = at(row.low);
      const to = at(row.high);
      children.push({type: 'line', shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
        style: {stroke: colour, lineWidth: row.strong ? 3 : 2, lineCap: 'round'}});
    }
    const middle = at(row.mean);
    children.push(row.strong
      ? {type: 'circle', shape: {cx: middle[0], cy: middle[1], r: 5.5}, style: {fill: colour, stroke: look.paper, lineWidth: 1.5}}
      : {type: 'rect', shape: {x: middle[0] - 4, y: middle[1] - 4, width: 8, height: 8}, style: {fill: colour, stroke: look.paper, lineWidth: 1}});
    if (!narrow) {
      children.push({type: 'text', style: {
        text: signed(row.mean) + (row.low === undefined ? '' : '  [' + signed(row.low) + ', ' + signed(row.high) + ']'),
        x: api.getWidth() - 178, y: middle[1], verticalAlign: 'middle', fill: row.strong ? look.ink : look.soft,
        font: (row.strong ? '600 ' : '') + '12px ' + look.font}});
    }
    return {type: 'group', children: children};
  }

  function lines(spec, look, place) {
    const option = base(look, place.small);
    const colour = colours(spec.lines, look);
    named(option, spec.y, look);
    const places = fewPlaces(spec);
    option.xAxis = places.length ? Object.assign(across(look, {name: spec.x.name}, place.small),
      {type: 'category', data: places.map(number), boundaryGap: false,
        axisLabel: {color: look.soft, fontFamily: look.font, alignMaxLabel: 'right', alignMinLabel: 'left'}}) : across(look, spec.x, place.small);
    option.yAxis = upwards(look, spec.y, place.small);
    option.tooltip.trigger = 'axis';
    option.tooltip.formatter = items => '<span>' + escaped(spec.x.name) + ' '
      + (places.length ? items[0].axisValue : number(items[0].axisValue)) + '</span>'
      + items.filter(item => !item.seriesName.startsWith(BAND)).map(item => '<br>' + item.marker
        + escaped(item.seriesName) + ' <b>' + number(item.value[1]) + '</b>').join('');
    const own = places.length ? spec.lines.map(line => Object.assign({}, line, {x: line.x.map(x => places.indexOf(x))})) : spec.lines;
    const marks = new Set(spec.lines.flatMap(line => (line.marks || []).map(mark => mark.name)));
    option.series = own.flatMap((line, i) => bands(line, colour[i]).concat([{
      type: 'line', name: line.name, data: line.x.map((x, at) => [x, defined(line.y[at], '-')]),
      step: line.stepped ? 'end' : false, showSymbol: line.x.length <= 12, symbol: SYMBOLS[i % SYMBOLS.length],
      symbolSize: 7, color: colour[i], lineStyle: {width: 2.2, type: DASHES[i % DASHES.length]},
      emphasis: {disabled: true},
      markPoint: line.marks ? {symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 11,
        itemStyle: {color: colour[i], borderColor: look.paper, borderWidth: 1.5},
        label: {show: !place.small && place.width >= NARROW && marks.size > 1, position: 'right', color: look.ink, fontSize: 11,
          textBorderColor: look.paper, textBorderWidth: 3, formatter: item => item.name},
        data: line.marks.map(mark => ({name: mark.name, coord: [mark.x, mark.y], label: {position: sideOf(mark, i, spec)}}))} : undefined,
      markLine: i === 0 && spec.verticals ? {silent: true, symbol: 'none', animation: false,
        lineStyle: {color: look.soft, type: 'dashed'},
        label: {color: look.soft, formatter: item => item.name, position: 'end', fontSize: 11},
        data: spec.verticals.map(vertical => ({name: vertical.name, xAxis: vertical.at}))} : undefined,
    }]));
    legend(option, spec.lines.map(line => line.name), look, place.small);
    return option;
  }

  /** Of several marks of one name the first from the left has its name at that side, where it meets no other. */
  function sideOf(mark, which, spec) {
    const same = spec.lines.flatMap((line, i) => (line.marks || []).filter(other => other.name === mark.name).map(other => [other.x, i]));
    const first = same.reduce((least, next) => next[0] < least[0] ? next : least);
    return same.length > 1 && first[1] === which ? 'left' : 'right';
  }

  /** On a logarithmic axis with a few places, each of them is named: its own labels are powers of ten. */
  function fewPlaces(spec) {
    const places = [...new Set(spec.lines.flatMap(line => line.x))].sort((a, b) => a - b);
    const marked = (spec.verticals || []).length > 0 || spec.lines.some(line => (line.marks || []).length > 0);
    return spec.x.log && !marked && places.length <= 8 ? places : [];
  }

  /** A band is one polygon along its upper edge and back along the lower one. */
  function bands(line, colour) {
    if (!line.low) return [];
    const edge = (values, api) => {
      const points = line.x.map((x, i) => api.coord([x, values[i]]));
      return !line.stepped ? points
        : points.flatMap((point, i) => i === 0 ? [point] : [[point[0], points[i - 1][1]], point]);
    };
    return [{type: 'custom', name: BAND + line.name, silent: true, tooltip: {show: false}, clip: true,
      data: line.x.map((x, i) => [x, line.low[i], line.high[i]]), encode: {x: 0, y: [1, 2]},
      renderItem: (parameters, api) => parameters.dataIndex > 0 ? undefined : {type: 'polygon', z2: -1,
        shape: {points: edge(line.high, api).concat(edge(line.low, api).reverse())},
        style: {fill: faded(colour, 0.18)}}}];
  }

  function bars(spec, look, place) {
    const option = base(look, place.small);
    const colour = colours(spec.series, look);
    const narrow = place.small || place.width < NARROW;
    const names = {type: 'category', data: spec.names, inverse: Boolean(spec.lying), axisTick: {show: false},
      axisLine: {lineStyle: {color: look.line}}, axisLabel: {color: look.ink, fontFamily: look.font, interval: spec.lying ? 0 : undefined,
        width: spec.lying ? (narrow ? 110 : 300) : undefined, overflow: narrow && spec.series.length > 1 ? 'break' : 'truncate', hideOverlap: !spec.lying}};
    const values = spec.lying ? across(look, {name: spec.axis}, place.small) : upwards(look, {name: spec.axis}, place.small);
    values.scale = false;
    if (spec.lying) values.splitLine = {lineStyle: {color: look.line}};
    else named(option, {name: spec.axis}, look);
    option.xAxis = spec.lying ? values : names;
    option.yAxis = spec.lying ? names : values;
    option.tooltip.trigger = 'axis';
    option.tooltip.axisPointer = {type: 'shadow'};
    option.tooltip.formatter = items => '<b>' + escaped(spec.names[items[0].dataIndex]) + '</b>'
      + items.filter(item => item.seriesType === 'bar').map(item => '<br>' + item.marker + escaped(item.seriesName)
        + ' <b>' + number(spec.series[item.seriesIndex].values[item.dataIndex]) + '</b>').join('');
    option.series = spec.series.map((one, i) => ({type: 'bar', name: one.name, data: one.values, color: colour[i],
      barMaxWidth: 26, barGap: '10%', itemStyle: {borderRadius: 2}, emphasis: {disabled: true}}));
    if (spec.mark) {
      option.series[0].markLine = {silent: true, symbol: 'none', animation: false,
        lineStyle: {color: look.ink, type: 'dashed', width: 1.5}, label: {color: look.soft, formatter: spec.mark.name, position: 'end', fontSize: 11},
        data: [spec.lying ? {xAxis: spec.mark.at} : {yAxis: spec.mark.at}]};
      option.grid.top = Math.max(option.grid.top, 24);
    }
    spec.series.forEach((one, i) => {
      if (one.low) option.series.push(whiskers(spec, one, i, look));
    });
    legend(option, spec.series.map(one => one.name), look, place.small);
    return option;
  }

  /** The intervals of bars; each stands in the middle of its bar. */
  function whiskers(spec, one, which, look) {
    return {type: 'custom', silent: true, tooltip: {show: false}, z: 5,
      data: one.low.map((low, i) => [i, low, one.high[i]]),
      renderItem: (parameters, api) => {
        const layout = api.barLayout({count: spec.series.length, barMaxWidth: 26, barGap: '10%'})[which];
        const coord = value => api.coord(spec.lying ? [value, api.value(0)] : [api.value(0), value]);
        const from = coord(api.value(1));
        const to = coord(api.value(2));
        const shift = layout.offsetCenter;
        const shape = spec.lying ? {x1: from[0], x2: to[0], y1: from[1] + shift, y2: to[1] + shift}
          : {x1: from[0] + shift, x2: to[0] + shift, y1: from[1], y2: to[1]};
        return {type: 'line', shape: shape, style: {stroke: look.ink, lineWidth: 1.5}};
      }, encode: spec.lying ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]}};
  }

  function density(spec, look, place) {
    const stepped = shares => spec.edges.map((edge, i) => shares[Math.min(i, shares.length - 1)]);
    const option = lines({
      x: {name: spec.axis, min: spec.edges[0], max: spec.edges[spec.edges.length - 1]},
      y: {name: 'share of rows', min: 0},
      lines: spec.series.map(one => ({name: one.name, x: spec.edges, y: stepped(one.shares), tone: one.tone,
        low: one.low && stepped(one.low), high: one.high && stepped(one.high), stepped: true})),
    }, look, place);
    for (const one of option.series) {
      if (one.name.startsWith(BAND)) continue;
      one.showSymbol = false;
      one.lineStyle.width = 1.8;
      one.areaStyle = {color: faded(one.color, 0.12)};
    }
    option.xAxis.axisLabel.showMaxLabel = false; // where the last bin happens to end
    if (place.small) {
      delete option.title;
      option.grid.top = 10;
      option.xAxis.name = '';
      option.grid.bottom -= 18;
    }
    return option;
  }

  function heat(spec, look, place) {
    const option = base(look, place.small);
    const narrow = place.small || place.width < NARROW;
    const label = {color: look.soft, fontFamily: look.font, interval: 'auto', fontSize: printing ? 9 : 11, overflow: 'truncate'};
    option.grid.top = 8;
    option.grid.bottom = printing ? 34 : 48;
    option.xAxis = {type: 'category', data: spec.columns, axisTick: {show: false}, axisLine: {show: false},
      axisLabel: Object.assign({}, label, {rotate: 40, width: narrow ? 90 : 130}), splitArea: {show: false}};
    option.yAxis = {type: 'category', data: spec.rows, inverse: true, axisTick: {show: false}, axisLine: {show: false},
      axisLabel: Object.assign({}, label, {width: narrow ? 80 : 160})};
    option.visualMap = {min: spec.low, max: spec.high, orient: 'horizontal', left: 'center', bottom: 0, precision: 2,
      itemHeight: 120, itemWidth: 12, calculable: false, text: [number(spec.high), number(spec.low)],
      textStyle: {color: look.soft}, inRange: {color: spec.diverging ? [look.cold, look.middle, look.warm]
        : [look.middle, look.palette[0]]}};
    option.tooltip.formatter = item => escaped(spec.rows[item.value[1]]) + ' · ' + escaped(spec.columns[item.value[0]])
      + ' <b>' + number(item.value[2]) + '</b>';
    option.series = [{type: 'heatmap', emphasis: {disabled: true}, progressive: 0,
      data: spec.values.flatMap((row, y) => row.map((value, x) => [x, y, defined(value, '-')])),
      itemStyle: {borderColor: look.paper, borderWidth: spec.columns.length > 40 ? 0 : 1}}];
    return option;
  }

  function scatter(spec, look, place) {
    const option = base(look, place.small);
    const colour = colours(spec.clouds, look);
    named(option, spec.y, look);
    option.xAxis = across(look, spec.x, place.small);
    option.yAxis = upwards(look, spec.y, place.small);
    option.tooltip.formatter = item => item.marker + escaped(item.seriesName) + '<br>' + number(item.value[0]) + ', '
      + number(item.value[1]) + (item.value.length > 2 ? '<br>' + number(item.value[2]) + ' rows' : '');
    const widest = Math.min(54, place.width / 12); // of a disc that stands for many rows
    option.series = spec.clouds.map((cloud, i) => {
      const most = cloud.rows ? Math.max(...cloud.rows) : 1;
      return {type: 'scatter', name: cloud.name, color: colour[i],
        data: cloud.x.map((x, at) => cloud.rows ? [x, cloud.y[at], cloud.rows[at]] : [x, cloud.y[at]]),
        symbol: cloud.rows ? 'circle' : SYMBOLS[i % SYMBOLS.length], emphasis: {disabled: true},
        symbolSize: cloud.rows ? value => Math.max(4, widest * Math.sqrt(value[2] / most))
          : cloud.tone === 'majority' || cloud.tone === 'quiet' ? 4 : 6,
        itemStyle: {opacity: cloud.rows ? (cloud.tone === 'majority' ? 0.22 : 0.42)
          : cloud.tone === 'majority' || cloud.tone === 'quiet' ? 0.35 : 0.65}};
    });
    legend(option, spec.clouds.map(cloud => cloud.name), look, place.small);
    if (option.legend) Object.assign(option.legend, {itemWidth: 12, itemHeight: 12});
    return option;
  }

  // ---- panels: a column of several sides, in bins or levels that all of them share

  const SIDES = {real: 'Rare training rows', synthetic: 'Synthetic rows', majority: 'Other class'};

  function percent(share) {
    if (share === null || share === undefined) return 'a few';
    return share === 0 ? '0' : (100 * share).toFixed(share < 0.1 ? 1 : 0).replace(/\.0$/, '') + ' %';
  }

  /** A row a bin or level: its name, its share on each side, the band. */
  function panelRows(spec) {
    const edges = spec.edges || [];
    const names = spec.names || edges.map((edge, i) => i === 0 ? '< ' + edge : edges[i - 1] + ' to < ' + edge)
      .concat(edges.length ? '≥ ' + edges[edges.length - 1] : 'all');
    const rows = names.map((name, i) => ({name: name, shares: spec.sides.map(side => side.counts[i] / Math.max(1, side.rows)),
      low: spec.low[i], high: spec.high[i]}));
    if (spec.sides.some(side => side.missing !== 0)) {
      rows.push({name: 'missing', quiet: true, shares: spec.sides.map(side =>
        side.missing === undefined ? null : side.missing / Math.max(1, side.rows))});
    }
    return rows;
  }

  /** On paper a panel has room for so many levels. */
  const PRINTED_LEVELS = 6;

  function shownRows(spec) {
    const rows = panelRows(spec);
    return printing && rows.length > PRINTED_LEVELS + 1
      ? rows.slice(0, PRINTED_LEVELS).concat({name: (rows.length - PRINTED_LEVELS) + ' more',
        shares: spec.sides.map(() => null)})
      : rows;
  }

  function panelTip(spec, row) {
    return '<b>' + escaped(row.name) + '</b>' + spec.sides.map((side, i) => '<br>' + SIDES[side.tone] + ' <b>'
      + percent(row.shares[i]) + '</b>').join('')
      + (row.low === undefined ? '' : '<br>by chance ' + percent(row.low) + ' to ' + percent(row.high));
  }

  function sideColour(tone, look) {
    return {real: look.palette[0], synthetic: look.palette[1], majority: look.quiet}[tone];
  }

  /** Steps over bins of any width; a bin's height is its share a step of width. */
  function binPanel(spec, look, place) {
    const rows = panelRows(spec).filter(row => !row.quiet);
    const widths = spec.widths || rows.map(() => 1);
    const ends = [0];
    for (const width of widths) ends.push(ends[ends.length - 1] + width);
    const heights = spec.sides.map((side, s) => rows.map((row, i) => row.shares[s] / widths[i]));
    const lows = rows.map((row, i) => row.low / widths[i]);
    const highs = rows.map((row, i) => row.high / widths[i]);
    const shown = heights.filter((own, s) => spec.sides[s].tone !== 'majority');
    const top = Math.max(...shown.flat()) * 1.15 || 1; // a tall other class may be cut off, never the two compared
    const option = base(look, true);
    option.grid = {left: 6, right: 6, top: 6, bottom: 22, containLabel: false};
    option.xAxis = {type: 'value', min: 0, max: ends[ends.length - 1], axisLabel: {show: false}, splitLine: {show: false},
      axisTick: {show: false}, axisLine: {show: true, onZero: false, lineStyle: {color: look.line}}};
    option.yAxis = {type: 'value', min: 0, max: top, show: false};
    const outline = values => (parameters, api) => {
      const points = [];
      values.forEach((value, i) => {
        points.push(api.coord([ends[i], Math.min(value, top)]), api.coord([ends[i + 1], Math.min(value, top)]));
      });
      return points;
    };
    const shape = (name, z, render) => ({type: 'custom', name: name, silent: true, tooltip: {show: false}, z: z, clip: true,
      data: [[0, 0]], renderItem: render});
    const order = spec.sides.map((side, s) => s).sort((a, b) => rank(spec.sides[a].tone) - rank(spec.sides[b].tone));
    option.series = [];
    for (const s of order) {
      const tone = spec.sides[s].tone;
      const colour = sideColour(tone, look);
      const points = outline(heights[s]);
      if (tone === 'real') {
        const low = outline(lows);
        const high = outline(highs);
        option.series.push(shape(BAND, 2, (parameters, api) => ({type: 'polygon',
          shape: {points: high(parameters, api).concat(low(parameters, api).reverse())},
          style: {fill: faded(colour, 0.22)}})));
      }
      option.series.push(shape(SIDES[tone], 3 + rank(tone), (parameters, api) => {
        const line = points(parameters, api);
        const floor = api.coord([0, 0])[1];
        const area = [[line[0][0], floor]].concat(line, [[line[line.length - 1][0], floor]]);
        return tone === 'majority'
          ? {type: 'polygon', shape: {points: area}, style: {fill: faded(colour, 0.2)}}
          : {type: 'polyline', shape: {points: line}, style: {fill: 'none', stroke: colour,
            lineWidth: tone === 'synthetic' ? 2.2 : 1.6, lineDash: tone === 'synthetic' ? null : [4, 2]}};
      }));
    }
    option.series.push({type: 'custom', name: 'bins', z: 9, data: rows.map((row, i) => [ends[i], ends[i + 1], i]),
      encode: {x: [0, 1]},
      renderItem: (parameters, api) => {
        const from = api.coord([api.value(0), top]);
        const to = api.coord([api.value(1), 0]);
        return {type: 'rect', shape: {x: from[0], y: from[1], width: to[0] - from[0], height: to[1] - from[1]},
          style: {fill: 'rgba(0,0,0,0)'}};
      }});
    option.series.push(edgeLabels(spec, ends, look, place));
    option.tooltip.trigger = 'item';
    option.tooltip.formatter = item => item.seriesName === 'bins' ? panelTip(spec, rows[item.dataIndex]) : '';
    return option;
  }

  function rank(tone) {
    return {majority: 0, real: 1, synthetic: 2}[tone];
  }

  /** Texts at as many edges as there is room for. */
  function edgeLabels(spec, ends, look, place) {
    const edges = spec.edges || [];
    const room = place.width - 12;
    const total = ends[ends.length - 1];
    const chosen = [];
    let free = 0;
    edges.forEach((edge, i) => {
      const half = edge.length * 3.2 + 3;
      const at = ends[i + 1] / total * room;
      if (at - half >= free && at + half <= room + 6) {
        chosen.push([ends[i + 1], i]);
        free = at + half + 10;
      }
    });
    return {type: 'custom', name: 'edges', silent: true, tooltip: {show: false}, clip: false, z: 10, data: chosen,
      renderItem: (parameters, api) => {
        const at = api.coord([api.value(0), 0]);
        return {type: 'group', children: [
          {type: 'line', shape: {x1: at[0], x2: at[0], y1: at[1], y2: at[1] + 3}, style: {stroke: look.soft}},
          {type: 'text', style: {text: edges[api.value(1)], x: at[0], y: at[1] + 6, align: 'center', fill: look.soft,
            font: '11px ' + look.font}}]};
      }};
  }

  /** A line a level: a bar of real rows, the band, a mark of synthetic rows and a tick of the other class. */
  function levelPanel(spec, look, place) {
    const rows = shownRows(spec);
    const most = Math.max(...rows.flatMap(row => row.shares.concat(row.high === undefined ? [] : row.high))
      .filter(share => share !== null)) || 1;
    const between = step(most, 3);
    const top = between * Math.ceil(most / between - 1e-9); // whole steps, since an axis has a line at its ends
    const option = base(look, true);
    const left = Math.min(110, Math.max(...rows.map(row => row.name.length)) * 7 + 12);
    option.grid = {left: left, right: 20, top: 2, bottom: 22, containLabel: false};
    option.xAxis = {type: 'value', min: 0, max: top, interval: between, axisLabel: {color: look.soft, fontSize: 11,
      formatter: percent, hideOverlap: true}, splitLine: {lineStyle: {color: look.line}},
      axisLine: {show: false}};
    option.yAxis = {type: 'category', inverse: true, data: rows.map((row, i) => String(i)), axisTick: {show: false},
      axisLine: {show: false}, axisLabel: {interval: 0, color: look.ink, fontSize: 11, width: left - 8, overflow: 'truncate',
        margin: 6, formatter: i => rows[i].name}};
    const at = (api, share, i) => api.coord([share, i]);
    option.series = [{type: 'custom', name: 'levels', data: rows.map((row, i) => [0, i]), encode: {x: 0, y: 1},
      renderItem: (parameters, api) => {
        const i = parameters.dataIndex;
        const row = rows[i];
        const origin = at(api, 0, i);
        const wide = at(api, top, i)[0] - origin[0];
        const children = [{type: 'rect', shape: {x: origin[0], y: origin[1] - 10, width: wide, height: 20},
          style: {fill: 'rgba(0,0,0,0)'}}];
        spec.sides.forEach((side, s) => {
          const share = row.shares[s];
          if (share === null) return;
          const end = at(api, share, i)[0];
          const colour = sideColour(side.tone, look);
          if (side.tone === 'real') {
            children.push({type: 'rect', shape: {x: origin[0], y: origin[1] - 5, width: Math.max(1, end - origin[0]), height: 10},
              style: {fill: faded(colour, 0.5)}});
            if (row.low !== undefined) {
              const from = at(api, row.low, i)[0];
              children.push({type: 'rect', shape: {x: from, y: origin[1] - 8, width: at(api, row.high, i)[0] - from, height: 16, r: 2},
                style: {fill: faded(colour, 0.2)}});
            }
          } else if (side.tone === 'majority') {
            children.push({type: 'line', shape: {x1: end, x2: end, y1: origin[1] - 7, y2: origin[1] + 7},
              style: {stroke: colour, lineWidth: 2.5}});
          } else {
            children.push({type: 'polygon', z2: 5, shape: {points: [[end, origin[1] - 6], [end + 5.5, origin[1]],
              [end, origin[1] + 6], [end - 5.5, origin[1]]]}, style: {fill: colour, stroke: look.paper, lineWidth: 1}});
          }
        });
        return {type: 'group', children: children};
      }}];
    option.tooltip.trigger = 'item';
    option.tooltip.formatter = item => panelTip(spec, rows[item.dataIndex]);
    return option;
  }

  // ---- the page

  function specOf(figure) {
    if (!figure.synthSpec) {
      figure.synthSpec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    }
    return figure.synthSpec;
  }

  function draw(figure) {
    const plot = figure.querySelector('.plot');
    if (drawn.has(plot) || !plot.clientWidth) return;
    const spec = specOf(figure);
    const kind = kinds[spec.type];
    const place = {small: figure.classList.contains('small'), width: plot.clientWidth};
    plot.style.height = kind.height(spec, place.small, place.width) + 'px';
    const canvas = kind.canvas && kind.canvas(spec);
    const chart = echarts.init(plot, null, {renderer: canvas ? 'canvas' : 'svg'});
    chart.setOption(kind.option(spec, looks(), place));
    drawn.set(plot, chart);
    plot.dataset.drawn = 'true';
  }

  function redraw(figures) {
    for (const figure of figures) {
      const plot = figure.querySelector('.plot');
      if (!drawn.has(plot)) continue;
      drawn.get(plot).dispose();
      drawn.delete(plot);
      draw(figure);
    }
  }

  /** On paper charts are light, and as wide as the paper, whatever the window is. */
  function print(figures, begins) {
    const root = document.documentElement;
    if (begins === printing) return;
    printing = begins;
    if (begins) {
      root.dataset.before = root.dataset.theme || '';
      root.dataset.theme = 'light';
    } else {
      if (root.dataset.before) root.dataset.theme = root.dataset.before;
      else delete root.dataset.theme;
    }
    root.classList.toggle('printing', begins);
    redraw(figures);
    if (begins) figures.forEach(draw);
  }

  function fill(details, spec) {
    const holder = details.querySelector('.scroll');
    if (holder.firstChild) return;
    const data = kinds[spec.type].table(spec);
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    const isNumber = data.head.map((title, i) => i > 0 && data.rows.every(row => FIGURES.test(row[i])));
    data.head.forEach((title, i) => {
      const own = cell(head, 'th', title);
      own.scope = 'col';
      if (isNumber[i]) own.className = 'number';
    });
    const body = table.createTBody();
    for (const values of data.rows) {
      const row = body.insertRow();
      values.forEach((text, i) => {
        const own = cell(row, i === 0 ? 'th' : 'td', text);
        if (i === 0) own.scope = 'row';
        if (isNumber[i]) own.className = 'number';
      });
    }
    holder.append(table);
  }

  function cell(row, tag, text) {
    const own = document.createElement(tag);
    own.textContent = text;
    row.append(own);
    return own;
  }

  /** Charts that are out of view are drawn where the browser has nothing else to do, one at a time. */
  function inSpareTime(figures) {
    const later = window.requestIdleCallback || (task => setTimeout(task, 50));
    const waiting = figures.slice(0, MOST_UNSEEN);
    const next = () => {
      const figure = waiting.shift();
      if (!figure) return;
      draw(figure);
      later(next);
    };
    addEventListener('load', () => later(next));
  }

  function start() {
    const figures = [...document.querySelectorAll('figure.chart')];
    const eye = new IntersectionObserver(entries => {
      for (const entry of entries) {
        if (entry.isIntersecting) draw(entry.target);
      }
    }, {rootMargin: '300px'});
    inSpareTime(figures);
    let width = document.documentElement.clientWidth;
    for (const figure of figures) {
      eye.observe(figure);
      const details = figure.querySelector('details');
      details.addEventListener('toggle', () => details.open && fill(details, specOf(figure)));
    }
    let waiting = 0;
    addEventListener('resize', () => {
      if (document.documentElement.clientWidth === width) return;
      width = document.documentElement.clientWidth;
      clearTimeout(waiting);
      waiting = setTimeout(() => redraw(figures), 120);
    });
    addEventListener('beforeprint', () => print(figures, true));
    addEventListener('afterprint', () => print(figures, false));
    document.addEventListener('synth:looks', () => redraw(figures));
    document.addEventListener('synth:shown', () => figures.forEach(figure => eye.unobserve(figure) || eye.observe(figure)));
  }

  return {start: start, number: number, grouped: grouped, kinds: kinds, looks: looks};
})();
