import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Overlay.module.css';

export interface TooltipProps {
  text: ReactNode;
  keys?: string;
  /** A pressable component of this library, or with `plain` any element that can take the focus. */
  children: ReactElement;
  plain?: boolean;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}

export function Tooltip({ text, keys, children, plain, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {plain ? <Focusable>{children as never}</Focusable> : children}
      <AriaTooltip className={styles.tooltip} offset={6} placement={placement}>
        {text}
        {keys && <kbd>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
