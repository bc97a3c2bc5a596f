/** A report of the library: titles, lines and tables. */
import type { Report } from "thuocdo/office";

export function ReportBlocks({ report }: { readonly report: Report }) {
  return (
    <div class="report">
      {report.blocks.map((block, index) => {
        if ("title" in block) return <h3 key={index}>{block.title}</h3>;
        if ("line" in block) return <p key={index}>{block.line}</p>;
        const { columns, rows } = block.table;
        return (
          <div key={index} class="scroll" tabIndex={0} role="group">
            <table>
              <thead>
                <tr>
                  {columns.map(({ title }, at) => (
                    <th key={at} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={at}>
                    {row.map((cell, column) => (
                      <td key={column} class={columns[column]?.is_number ? "number" : undefined}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </div>
  );
}
