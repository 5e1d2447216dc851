import { Fragment } from 'react';
import { inline, parse, type Block, type Inline } from './markdown.ts';
import styles from './knowledge.module.css';

/** The body of an article. `level` is that of its largest heading. */
export function Markdown({ text, level = 3 }: { text: string; level?: 2 | 3 | 4 }) {
  const blocks = parse(text);
  // Whatever marks an author begins with, the first heading follows that of the page without a gap.
  const largest = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 4)));
  return (
    <div className={styles.prose}>
      {blocks.map((block, position) => (
        <BlockOf key={position} block={block} level={level - largest} />
      ))}
    </div>
  );
}

/** A line with marks: an instruction, a hint. */
export function MarkdownLine({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, position) => (
        <Fragment key={position}>
          {position > 0 && <br />}
          <Words parts={inline(line)} />
        </Fragment>
      ))}
    </>
  );
}

function BlockOf({ block, level }: { block: Block; level: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, level + block.level)}` as 'h3';
      return (
        <Heading>
          <Words parts={block.children} />
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item, position) => (
        <li key={position}>
          <Lines lines={item} />
        </li>
      ));
      return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Lines lines={block.lines} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'paragraph':
      return (
        <p>
          <Lines lines={block.lines} />
        </p>
      );
  }
}

function Lines({ lines }: { lines: Inline[][] }) {
  return lines.map((line, position) => (
    <Fragment key={position}>
      {position > 0 && <br />}
      <Words parts={line} />
    </Fragment>
  ));
}

function Words({ parts }: { parts: Inline[] }) {
  return parts.map((part, position) => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={position}>{part.text}</Fragment>;
      case 'code':
        return <code key={position}>{part.text}</code>;
      case 'strong':
        return (
          <strong key={position}>
            <Words parts={part.children} />
          </strong>
        );
      case 'emphasis':
        return (
          <em key={position}>
            <Words parts={part.children} />
          </em>
        );
      case 'link':
        return (
          <a key={position} href={part.href} {...(part.href.startsWith('/') ? {} : { target: '_blank', rel: 'noreferrer noopener' })}>
            <Words parts={part.children} />
          </a>
        );
    }
  });
}
