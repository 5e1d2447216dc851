// The words of the frame: what stands on the screen before any area does.
const frame = import.meta.glob<Record<string, string>>('./messages/en/{common,shell,ui,grid,login,frame}.json', { eager: true, import: 'default' });

export default Object.assign({}, ...Object.values(frame)) as Record<string, string>;
