/** A list of the year as a table: to search, to filter by what its columns hold, and to sort. */
import { useMemo, useState } from "preact/hooks";
import { lang, t } from "../language.ts";
import type { Table } from "./csv.ts";

/** How many rows are shown before one asks for more: a page of thousands of rows is slow to draw. */
const AT_ONCE = 200;
/** A column with at most so many different texts becomes a filter. */
const FEW = 14;

interface Props {
  readonly title: string;
  readonly table: Table;
  /** Codes of schools that can be opened. */
  readonly codes: ReadonlySet<string>;
  readonly onOpen: (code: string) => void;
}

export function ListTable({ title, table, codes, onOpen }: Props) {
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const [order, setOrder] = useState<{ readonly column: number; readonly down: boolean } | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const filters = useMemo(() => facets(table), [table]);
  const codeAt = table.head.findIndex((name) => name === "Mã" || name === "Code");
  const rows = useMemo(() => {
    const wanted = folded(search);
    const found = table.rows.filter((row) => [...chosen].every(([column, value]) => row[column] === value) && (wanted === "" || folded(row.join(" ")).includes(wanted)));
    if (!order) return found;
    const collator = new Intl.Collator("vi", { numeric: true });
    const sorted = [...found].sort((one, other) => collate(collator, one[order.column] ?? "", other[order.column] ?? ""));
    return order.down ? sorted.reverse() : sorted;
  }, [table, search, chosen, order]);
  return (
    <>
      <div class="filters">
        <label>
          {t("search")}
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        {filters.map(({ column, values }) => (
          <label key={column}>
            {table.head[column]}
            <select
              value={chosen.get(column) ?? ""}
              onChange={(event) => {
                const next = new Map(chosen);
                const { value } = event.currentTarget;
                if (value === "") next.delete(column);
                else next.set(column, value);
                setChosen(next);
              }}
            >
              <option value="">{t("all")}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p role="status">{t("rows", { count: rows.length, all: table.rows.length })}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              {table.head.map((name, column) => (
                <th key={column} scope="col" aria-sort={order?.column === column ? (order.down ? "descending" : "ascending") : "none"}>
                  <button type="button" class="sort" onClick={() => setOrder({ column, down: order?.column === column && !order.down })}>
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} class={/^-?\d+([.,]\d+)?$/u.test(cell) ? "number" : undefined}>
                    {column === codeAt && codes.has(cell) ? (
                      <button type="button" class="link" onClick={() => onOpen(cell)}>
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <button type="button" onClick={() => setShown(shown + 5 * AT_ONCE)}>
          {t("more_rows", { count: rows.length - shown })}
        </button>
      )}
    </>
  );
}

/** Text without accents and capitals, so that `truong` finds `Trường`. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/gu, "d")
    .toLowerCase()
    .trim();
}

function collate(collator: Intl.Collator, one: string, other: string): number {
  const number = (text: string): number => Number(lang.value === "vi" ? text.replace(",", ".") : text);
  const [first, second] = [number(one), number(other)];
  if (one !== "" && other !== "" && !Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return collator.compare(one, other);
}

function facets(table: Table): { readonly column: number; readonly values: readonly string[] }[] {
  const found = table.head.map((_, column) => ({ column, values: [...new Set(table.rows.map((row) => row[column] ?? ""))].filter((value) => value !== "") }));
  return found
    .filter(({ column, values }) => column > 0 && values.length > 1 && values.length <= FEW && values.length * 2 <= table.rows.length && !values.every((value) => /\d[.,]\d|^\d{2,}$/u.test(value)))
    .map(({ column, values }) => ({ column, values: [...values].sort((one, other) => one.localeCompare(other, "vi", { numeric: true })) }))
    .slice(0, 6);
}
