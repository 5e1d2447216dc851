/** The product's sign; it keeps its colours in both themes. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#175cd3" />
      <path d="M10 24V8h13M10 16h9" fill="none" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="22.5" cy="22.5" r="2.6" fill="#7fdca4" />
    </svg>
  );
}
