import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

/** A link to any address of the product, also one of an area that is built by others. */
export function AppLink({ href, children, className }: { href: string; children: ReactNode; className?: string }) {
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
