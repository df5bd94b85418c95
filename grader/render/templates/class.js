/* The heat map. Its data, in the page's JSON block:

   exercises  {id, short, title, max, cases: [name]}
   students   [student, name, score, max, results], a result being 0 where nothing was handed in, or
              [score or null where it was not graded, a letter for each case, late, page]
   groups     [label, [number of student]]

   All of it is text to this script, whatever a student wrote. Only rows in view exist. */
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const body = find("body");
  if (!body) return;
  const { exercises, students, groups } = JSON.parse(find("data").textContent);
  const ROW = 24, HEAD = 32, BEYOND = 6;
  const SIGNS = { p: "", f: "✗", e: "!", t: "t", s: "–", "-": "" };
  const WORDS = { p: "passed", f: "failed", e: "error", t: "out of time", s: "skipped", "-": "not tried" };
  const box = find("box"), map = find("map"), heads = find("heads"), rows = find("rows");
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const printed = [...rows.rows];
  const wanted = { text: "", only: -1, late: false, ungraded: false, group: -1, by: "name", down: false };
  let order = [], columns = [], first = -1, last = -1, at = { row: 0, column: 0 };

  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  // What is shown, and in which order

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const searched = students.map(([student, name]) => fold(`${student} ${name}`));
  const members = groups.map(([, who]) => new Set(who));
  const share = (student) => (Number(student[3]) ? student[2] / student[3] : -1);

  function holds(number) {
    const results = students[number][4];
    const looked = wanted.only < 0 ? results : [results[wanted.only]];
    return (!wanted.text || wanted.text.split(/\s+/).every((word) => searched[number].includes(word)))
      && (!wanted.late || looked.some((result) => result && result[2]))
      && (!wanted.ungraded || looked.some((result) => result && result[0] === null))
      && (wanted.group < 0 || members[wanted.group].has(number));
  }

  function value(number) {
    if (wanted.by === "total") return share(students[number]);
    const result = students[number][4][wanted.by];
    if (!result) return -2;
    return result[0] === null ? -1 : result[0];
  }

  function arrange() {
    order = students.map((_, number) => number).filter(holds);
    if (wanted.by !== "name") order.sort((a, b) => value(a) - value(b) || a - b);
    else order.sort((a, b) => collator.compare(students[a][0], students[b][0]) || a - b);
    if (wanted.down) order.reverse();
    const all = order.length === students.length;
    find("shown").textContent = `${order.length.toLocaleString("en")} of ${students.length.toLocaleString("en")} students`;
    const label = find("group");
    label.hidden = wanted.group < 0;
    if (wanted.group >= 0) {
      label.textContent = groups[wanted.group][0];
      label.setAttribute("aria-label", `No longer only: ${groups[wanted.group][0]}`);
    }
    find("everything").disabled = all && wanted.only < 0;
    at.row = 0;
    box.scrollTop = 0;
    draw(true);
  }

  // Columns

  function set() {
    const one = wanted.only >= 0;
    const chosen = one ? [wanted.only] : exercises.map((_, index) => index);
    const wide = box.parentElement.clientWidth - 18; // without the border and a bar to scroll by
    const names = Math.min(150, Math.max(110, wide * 0.28)), total = 92, beside = one ? 80 : 20;
    const cases = chosen.reduce((sum, index) => sum + exercises[index].cases.length, 0);
    const room = wide - names - total - chosen.length * beside;
    const chip = Math.min(one ? 44 : 16, Math.max(8, Math.floor(room / Math.max(cases, 1)) - 1));
    columns = chosen;
    map.style.setProperty("--chip", `${chip}px`);
    const widths = [names, total, ...chosen.map((index) => Math.max(exercises[index].cases.length * (chip + 1) + beside, 66))];
    find("widths").replaceChildren(...widths.map((width) => {
      const column = make("col");
      column.style.width = `${width}px`;
      return column;
    }));
    map.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
    heads.replaceChildren(head("name", "Student", "by name"), head("total", "Total", "by total"), ...chosen.map((index) => {
      const { id, short, title, max } = exercises[index];
      return head(index, one ? `${short} of ${max}` : short, `${id}, ${title}: by points`);
    }));
    find("names").hidden = !one;
    find("names").replaceChildren(...(one ? exercises[wanted.only].cases.map((name) => make("li", "", name)) : []));
    at.column = Math.min(at.column, columns.length - 1);
  }

  function head(by, text, said) {
    const cell = make("th", by === "total" ? "total" : "");
    const sorted = wanted.by === by;
    cell.scope = "col";
    if (sorted) cell.setAttribute("aria-sort", wanted.down ? "descending" : "ascending");
    const button = make("button", "", `${text}${sorted ? (wanted.down ? " ▾" : " ▴") : ""}`);
    button.type = "button";
    button.title = `Sort ${said}`;
    button.addEventListener("click", () => {
      wanted.down = wanted.by === by ? !wanted.down : false;
      wanted.by = by;
      set();
      arrange();
      heads.querySelector('[aria-sort] button').focus();
    });
    cell.append(button);
    return cell;
  }

  // Rows

  const room = () => Math.max(box.clientHeight, Math.min(704, innerHeight * 0.82)); // before there are rows, it is low

  const above = spacer(), below = spacer();

  function draw(anew) {
    const top = Math.max(0, Math.floor(box.scrollTop / ROW) - BEYOND);
    const bottom = Math.min(order.length, Math.ceil((box.scrollTop + room()) / ROW) + BEYOND);
    if (!anew && top === first && bottom === last) return;
    const focused = body.contains(document.activeElement);
    if (at.row < top || at.row >= bottom) at.row = Math.min(top + BEYOND, Math.max(bottom - 1, 0));
    if (anew || top >= last || bottom <= first) {
      body.replaceChildren(above, below);
      first = last = top;
    }
    for (; first < top; first += 1) above.nextSibling.remove();
    for (; last > bottom; last -= 1) below.previousSibling.remove();
    for (; first > top; first -= 1) above.after(row(order[first - 1], first - 1));
    for (; last < bottom; last += 1) below.before(row(order[last], last));
    stretch(above, top);
    stretch(below, order.length - bottom);
    map.setAttribute("aria-rowcount", order.length + 1);
    stop();
    if (focused && !body.contains(document.activeElement)) box.focus({ preventScroll: true }); // its row is gone
  }

  function spacer() {
    const line = make("tr", "spacer");
    line.setAttribute("aria-hidden", "true");
    line.append(make("td"));
    return line;
  }

  function stretch(line, count) {
    line.hidden = !count;
    line.firstChild.style.height = `${count * ROW}px`;
  }

  const cellAt = () => body.querySelector(`[data-row="${at.row}"][data-column="${at.column}"]`);

  // Only one cell is on the way of the Tab key.
  function stop() {
    for (const cell of body.querySelectorAll('[tabindex="0"]')) cell.tabIndex = -1;
    const cell = cellAt();
    if (cell) cell.tabIndex = 0;
  }

  function row(number, place) {
    const [student, name, score, max, results] = students[number];
    const line = make("tr");
    line.setAttribute("aria-rowindex", place + 2);
    const who = make("th", "", student);
    who.scope = "row";
    who.title = name ? `${student}, ${name}` : student;
    line.append(who, make("td", "total", `${Math.round(score * 100) / 100} / ${max}`));
    columns.forEach((exercise, column) => {
      const cell = make("td");
      cell.append(work(student, exercise, results[exercise], place, column));
      line.append(cell);
    });
    return line;
  }

  function work(student, exercise, result, place, column) {
    const page = result && result[3];
    const cell = make(page ? "a" : "span", page ? "" : "no");
    if (page) cell.href = page;
    const said = told(student, exercise, result);
    cell.title = said;
    cell.setAttribute("aria-label", said);
    cell.tabIndex = -1;
    cell.dataset.row = place;
    cell.dataset.column = column;
    if (!result) cell.append("–");
    else if (result[0] === null) cell.append("not graded");
    else cell.append(...[...result[1]].map((mark) => make("span", `chip ${mark === "-" ? "n" : mark}`, SIGNS[mark])));
    if (result && result[0] !== null && wanted.only >= 0) cell.append(make("span", "sum", `\u2002${result[0]}`));
    if (result && result[2]) cell.append(make("span", "late", "L"));
    return cell;
  }

  function told(student, exercise, result) {
    const { id, title, max, cases } = exercises[exercise];
    const what = `${student}, ${id} ${title}`;
    if (!result) return `${what}: not handed in`;
    const late = result[2] ? ", late" : "";
    if (result[0] === null) return `${what}: not graded${late}`;
    const marks = [...result[1]];
    const wrong = cases.map((name, index) => [name, marks[index]]).filter(([, mark]) => mark !== "p");
    const list = wrong.map(([name, mark]) => `${name} (${WORDS[mark]})`).join("; ");
    return `${what}: ${result[0]} / ${max}${late}${list ? `. ${list}` : ""}`;
  }

  // Going about in it

  function focus() {
    const cell = cellAt();
    if (cell) cell.focus({ preventScroll: true });
  }

  function go(row, column) {
    if (!order.length) return;
    at = { row: Math.min(Math.max(row, 0), order.length - 1), column: Math.min(Math.max(column, 0), columns.length - 1) };
    const top = at.row * ROW, room = box.clientHeight - HEAD - ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top > box.scrollTop + room - ROW) box.scrollTop = top - room + ROW;
    draw(false);
    stop();
    focus();
    const cell = document.activeElement, fixed = heads.firstChild.offsetWidth;
    const left = cell.offsetParent ? cell.getBoundingClientRect().left - box.getBoundingClientRect().left : 0;
    if (left < fixed) box.scrollLeft -= fixed - left + 4;
    else if (left + cell.offsetWidth > box.clientWidth) box.scrollLeft += left + cell.offsetWidth - box.clientWidth + 4;
  }

  body.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(box.clientHeight / ROW) - 2);
    const steps = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-page, 0], PageDown: [page, 0],
      Home: [0, -columns.length], End: [0, columns.length],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    go(at.row + step[0], at.column + step[1]);
  });

  const tell = (event) => {
    const cell = event.target.closest("[data-row]");
    if (cell) find("readout").textContent = cell.title;
  };
  body.addEventListener("mouseover", tell);
  body.addEventListener("focusin", (event) => {
    tell(event);
    const cell = event.target.closest("[data-row]");
    if (!cell) return;
    at = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    stop();
  });
  let waiting = false;
  box.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw(false);
    });
  });
  addEventListener("resize", () => {
    set();
    draw(true);
  });

  // What is asked for

  const renew = () => {
    set();
    arrange();
  };
  find("only").append(...exercises.map(({ id, title }, index) => {
    const option = make("option", "", `${id} ${title}`);
    option.value = index;
    return option;
  }));
  find("search").addEventListener("input", (event) => {
    wanted.text = fold(event.target.value.trim());
    arrange();
  });
  find("only").addEventListener("change", (event) => {
    wanted.only = event.target.value === "" ? -1 : Number(event.target.value);
    if (wanted.only >= 0 && typeof wanted.by === "number") wanted.by = wanted.only;
    renew();
  });
  find("late").addEventListener("change", (event) => {
    wanted.late = event.target.checked;
    arrange();
  });
  find("ungraded").addEventListener("change", (event) => {
    wanted.ungraded = event.target.checked;
    arrange();
  });
  find("group").addEventListener("click", () => {
    wanted.group = -1;
    arrange();
    find("search").focus();
  });
  find("everything").addEventListener("click", () => {
    Object.assign(wanted, { text: "", only: -1, late: false, ungraded: false, group: -1 });
    find("search").value = find("only").value = "";
    find("late").checked = find("ungraded").checked = false;
    renew();
    find("search").focus();
  });
  for (const button of document.querySelectorAll("button[data-group]")) {
    button.addEventListener("click", () => {
      wanted.group = Number(button.dataset.group);
      arrange();
      find("students").scrollIntoView();
      find("group").focus({ preventScroll: true });
    });
  }

  // On paper: the plain table, with the same students in the same order

  addEventListener("beforeprint", () => {
    const shown = new Set(order);
    printed.forEach((line, number) => { line.hidden = !shown.has(number); });
    rows.append(...order.map((number) => printed[number]));
  });
  addEventListener("afterprint", () => {
    printed.forEach((line) => { line.hidden = false; });
  });

  document.body.classList.add("drawn");
  find("heat").hidden = false;
  set();
  arrange();
})();
