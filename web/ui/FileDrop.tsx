import { useNumbers, useText } from '@firstfix/i18n';
import { useEffect, useId, useMemo, useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { Button, IconButton } from './Button.tsx';
import { FileIcon, ImageIcon, TrashIcon, UploadIcon } from './icons/index.tsx';
import field from './Field.module.css';
import styles from './Feedback.module.css';

export interface FileDropProps {
  label: string;
  files: File[];
  onChange: (files: File[]) => void;
  /** Media types or endings: `image/*`, `.pdf`. */
  accept?: string[];
  maxBytes?: number;
  isDisabled?: boolean;
  /** On a phone: the camera at once. */
  camera?: 'environment' | 'user';
}

function fits(file: File, accept: string[] | undefined) {
  if (!accept?.length) return true;
  return accept.some((one) =>
    one.startsWith('.') ? file.name.toLowerCase().endsWith(one.toLowerCase()) : one.endsWith('/*') ? file.type.startsWith(one.slice(0, -1)) : file.type === one,
  );
}

export function FileDrop({ label, files, onChange, accept, maxBytes = 20 * 1024 * 1024, isDisabled, camera }: FileDropProps) {
  const t = useText();
  const numbers = useNumbers();
  const id = useId();
  const [refused, setRefused] = useState<string[]>([]);
  const add = (more: File[]) => {
    const size = numbers.bytes(maxBytes);
    const no: string[] = [];
    const yes = more.filter((file) => {
      if (!fits(file, accept)) no.push(t('ui.file.wrongType', { name: file.name }));
      else if (file.size > maxBytes) no.push(t('ui.file.tooLarge', { name: file.name, size }));
      else return true;
      return false;
    });
    setRefused(no);
    if (yes.length > 0) onChange([...files, ...yes]);
  };
  return (
    <div className={field.field} role="group" aria-labelledby={id}>
      <span className={field.label} id={id}>
        {label}
      </span>
      <DropZone
        className={styles.drop}
        isDisabled={isDisabled}
        aria-labelledby={id}
        onDrop={async (event) => add(await Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())))}
      >
        <FileTrigger allowsMultiple acceptedFileTypes={accept} defaultCamera={camera} onSelect={(list) => list && add([...list])}>
          <Button icon={UploadIcon} isDisabled={isDisabled}>
            {t('ui.file.choose')}
          </Button>
        </FileTrigger>
        <span className={styles.dropNote}>
          {t('ui.file.drop')}, {t('ui.file.limit', { size: numbers.bytes(maxBytes) })}
        </span>
      </DropZone>
      {refused.map((reason) => (
        <p key={reason} className={field.error} role="alert">
          {reason}
        </p>
      ))}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={`${file.name}:${file.size}:${file.lastModified}`} className={styles.file}>
              <Thumb file={file} />
              <span className={styles.fileName}>{file.name}</span>
              <span className={styles.fileSize}>{numbers.bytes(file.size)}</span>
              <IconButton icon={TrashIcon} label={t('ui.file.remove', { name: file.name })} onPress={() => onChange(files.filter((one) => one !== file))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Thumb({ file }: { file: File }) {
  const isImage = file.type.startsWith('image/');
  const url = useMemo(() => (isImage ? URL.createObjectURL(file) : null), [file, isImage]);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  if (url) return <img className={styles.thumb} src={url} alt="" />;
  return isImage ? <ImageIcon /> : <FileIcon />;
}
