// Every area adds its own file; nobody edits a common list.
const areas = import.meta.glob<Record<string, string>>('./messages/en/*.json', { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(areas)) as Record<string, string>;
