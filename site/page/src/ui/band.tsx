/** Points on a line from 0 to the maximum: what is sure, what is open, and where levels begin. */

interface Props {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly max: number;
  /** Where levels begin. */
  readonly thresholds?: readonly number[];
}

export function Band({ label, low, high, max, thresholds = [] }: Props) {
  const percent = (points: number): string => `${(100 * points) / max}%`;
  return (
    <div class="band" role="img" aria-label={label}>
      <span class="open" style={{ left: percent(low), width: percent(high - low) }} />
      <span class="sure" style={{ width: percent(low) }} />
      {thresholds.map((points) => (
        <span key={points} class="mark" style={{ left: percent(points) }} />
      ))}
    </div>
  );
}
