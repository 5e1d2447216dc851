import type { SVGProps } from 'react';

/*
 * The product's own signs, drawn on a 20-pixel grid with one stroke. Never a font character or an emoji: on a plain
 * desktop many of them have no glyph. An icon is decoration beside a word unless `title` gives it a name of its own.
 */
export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'children'> {
  size?: number;
  title?: string;
}

export type Icon = (props: IconProps) => React.JSX.Element;

function icon(d: string, filled?: string): Icon {
  return function Drawn({ size = 16, title, ...rest }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
        focusable="false"
        {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
        {...rest}
        style={{ flex: 'none', ...rest.style }}
      >
        {filled && <path d={filled} fill="currentColor" stroke="none" />}
        <path d={d} />
      </svg>
    );
  };
}

const dot = (x: number, y: number, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const SearchIcon = icon('M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM13 13l4 4');
export const PlusIcon = icon('M10 4v12M4 10h12');
export const MinusIcon = icon('M4 10h12');
export const CloseIcon = icon('M5 5l10 10M15 5L5 15');
export const CheckIcon = icon('M4 10.5l4 4l8-9');
export const ChevronDownIcon = icon('M5 7.5l5 5l5-5');
export const ChevronUpIcon = icon('M5 12.5l5-5l5 5');
export const ChevronRightIcon = icon('M7.5 5l5 5l-5 5');
export const ChevronLeftIcon = icon('M12.5 5l-5 5l5 5');
export const ArrowUpIcon = icon('M10 16V4M5 9l5-5l5 5');
export const ArrowDownIcon = icon('M10 4v12M5 11l5 5l5-5');
export const MoreIcon = icon('', dot(4.5, 10, 1.5) + dot(10, 10, 1.5) + dot(15.5, 10, 1.5));
export const BellIcon = icon('M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8 17.2a2.2 2.2 0 0 0 4 0');
export const GlobeIcon = icon('M10 2.8a7.2 7.2 0 1 0 0 14.4a7.2 7.2 0 1 0 0-14.4zM2.8 10h14.4M10 2.8c4.6 4.6 4.6 9.8 0 14.4c-4.6-4.6-4.6-9.8 0-14.4');
export const SunIcon = icon('M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.4 4.4l1 1M14.6 14.6l1 1M4.4 15.6l1-1M14.6 5.4l1-1');
export const MoonIcon = icon('M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z');
export const ScreenIcon = icon('M3 4h14v9.5H3zM7.5 17h5M10 13.5V17');
export const UserIcon = icon('M10 3a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8zM3.5 17c.6-3.3 3-5 6.5-5s5.900 1.700 6.500 5');
export const UsersIcon = icon('M7.500 4a2.900 2.900 0 1 0 0 5.800a2.900 2.900 0 1 0 0-5.800zM2 16.500c.400-2.900 2.500-4.400 5.500-4.400s5.100 1.500 5.500 4.400M13 4.200a2.900 2.900 0 0 1 0 5.400M15.200 12.600c1.600.700 2.600 2 2.800 3.900');
export const SignOutIcon = icon('M8 3.500H4v13h4M12 6.500l3.500 3.500l-3.500 3.500M15.500 10H8');
export const PhoneIcon = icon('M4 3.500h3l1.500 4l-2 1.500a9 9 0 0 0 4.500 4.500l1.500-2l4 1.500v3a1 1 0 0 1-1 1A13 13 0 0 1 3 4.500a1 1 0 0 1 1-1z');
export const PhoneSilentIcon = icon('M6 2.500h8v15H6zM8.500 15h3M2.500 4L17.500 16');
export const CircleIcon = icon('M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12z');
export const CalendarIcon = icon('M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3M13 3v3');
export const SendIcon = icon('M3 9.500L17 3.500l-4.500 13.500l-3-6zM9.500 11L17 3.500');
export const CarIcon = icon('M3 14v-3.500l2-5h10l2 5V14zM3 10.500h14M4.500 14v2M15.500 14v2', dot(6.3, 12.3, 0.9) + dot(13.7, 12.3, 0.9));
export const WrenchIcon = icon('M12.500 3.200a4.300 4.300 0 0 0-4.700 5.900L3.200 13.700a2.200 2.200 0 0 0 3.100 3.100l4.600-4.600a4.300 4.300 0 0 0 5.900-4.700L14.200 10L10 5.800z');
export const HourglassIcon = icon('M5 3h10M5 17h10M6 3v3l4 4l4-4V3M6 17v-3l4-4l4 4v3');
export const SlashIcon = icon('M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM6 14l8-8');
export const ClockIcon = icon('M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM10 6v4l2.800 1.800');
export const RingIcon = icon('M10 3.500a6.500 6.500 0 1 1-6.500 6.500M10 6.500V10h3');
export const AlertIcon = icon('M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM10 6.500v4.200', dot(10, 13.4, 1));
export const WarningIcon = icon('M10 3.500L17.500 16.500h-15zM10 8.500v3.600', dot(10, 14.2, 0.95));
export const InfoIcon = icon('M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM10 9.300v4.200', dot(10, 6.6, 1));
export const HelpIcon = icon('M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 8a2 2 0 1 1 2.900 1.800c-.6.300-.900.700-.900 1.400', dot(10, 13.6, 0.95));
export const LockIcon = icon('M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9');
export const PinIcon = icon('M7 3h6l-.700 5l2.700 2.500H5L7.700 8zM10 10.500V17');
export const FilterIcon = icon('M3 4.500h14L12 10.500v5l-4 1.500v-6.500z');
export const ColumnsIcon = icon('M3 4h14v12H3zM8 4v12M12.500 4v12');
export const CopyIcon = icon('M7 7h9.500v9.500H7zM13 7V3.500H3.500V13H7');
export const RefreshIcon = icon('M16 6.500A7 7 0 1 0 17 11M16.500 3v3.700h-3.700');
export const UploadIcon = icon('M10 13V4M6 7.500L10 3.500l4 4M3.500 13v3.500h13V13');
export const DownloadIcon = icon('M10 3.500V13M6 9.500l4 4l4-4M3.500 13v3.500h13V13');
export const FileIcon = icon('M5 3h6.500L15 6.500V17H5zM11.500 3v3.500H15');
export const ImageIcon = icon('M3 4h14v12H3zM3 13.500l4-4l3.500 3.500l2.500-2l4 3.500', dot(12.8, 7.6, 1.2));
export const TrashIcon = icon('M4 6h12M8 6V3.500h4V6M5.500 6l.8 11h7.400l.8-11M8.500 9v5M11.500 9v5');
export const EditIcon = icon('M4 16l.800-3.500L13.500 3.800l2.700 2.700L7.500 15.200zM11.500 5.800l2.700 2.700');
export const ExternalIcon = icon('M8 4H4v12h12v-4M11 3.500h5.500V9M16.500 3.500L9.500 10.500');
export const HomeIcon = icon('M3 9.500L10 3.500l7 6M5 8.500V16.500h3.500v-4h3v4H15V8.500');
export const TicketIcon = icon('M3 5h14v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM8 8.500h4M8 11.500h4');
export const InboxIcon = icon('M3 11.500L5 4h10l2 7.500v5H3zM3 11.500h4l1 2h4l1-2h4');
export const BuildingIcon = icon('M4 17V3.500h8V17M12 8h4v9M2.500 17h15M6.800 6.500h2.400M6.800 9.500h2.400M6.800 12.500h2.400');
export const AssetIcon = icon('M4 3.500h12v5H4zM4 11.500h12v5H4zM12 6h1.500M12 14h1.500', dot(7, 6, 0.9) + dot(7, 14, 0.9));
export const ContractIcon = icon('M10 3l6 2.200v4.300c0 3.800-2.400 6.200-6 7.500c-3.600-1.300-6-3.700-6-7.500V5.200zM7.300 10l2 2l3.500-4');
export const BookIcon = icon('M10 5.500C8.500 4 6 3.500 3 3.800V15.500c3-.300 5.500.200 7 1.500c1.500-1.300 4-1.800 7-1.500V3.800c-3-.300-5.500.200-7 1.700zM10 5.500V17');
export const BoardIcon = icon('M3 4h14M3 10h14M3 16h14', 'M5 5.400h5v3.200H5zM9 11.400h6v3.200H9z');
export const ListIcon = icon('M7 5h10M7 10h10M7 15h10', dot(3.8, 5, 1) + dot(3.8, 10, 1) + dot(3.8, 15, 1));
export const MapIcon = icon('M10 17c3.500-4 5.300-6.600 5.300-9a5.300 5.300 0 0 0-10.600 0c0 2.400 1.800 5 5.300 9zM10 6.200a1.900 1.900 0 1 0 0 3.800a1.900 1.900 0 1 0 0-3.800z');
export const PartsIcon = icon('M10 3l6.500 3.300v7.400L10 17l-6.500-3.300V6.300zM3.500 6.300L10 9.700l6.500-3.400M10 9.700V17');
export const DepotIcon = icon('M2.500 17V7.500L10 3l7.500 4.500V17M6 17v-6h8v6M6 14h8');
export const ChartIcon = icon('M3.500 3.500v13h13M7 13.500V10M10.500 13.500V6.500M14 13.500V9');
export const GaugeIcon = icon('M4.200 15.500a7.200 7.200 0 1 1 11.600 0M10 11.500l3.500-4', dot(10, 11.5, 1.2));
export const PulseIcon = icon('M2.500 10.500h3.500l2-5.500l3.500 10l2-4.500h4');
export const PlugIcon = icon('M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v2.500');
export const SettingsIcon = icon('M3 6h8M15 6h2M3 14h2M9 14h8M13 4a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM7 12a2 2 0 1 0 0 4a2 2 0 1 0 0-4z');
export const KeyboardIcon = icon('M2.500 5h15v10h-15zM7 12.300h6M5.500 8h.01M8.500 8h.01M11.500 8h.01M14.500 8h.01');
export const PanelIcon = icon('M3 4h14v12H3zM12.500 4v12');
export const StarIcon = icon('M10 3l2.200 4.600l5 .700l-3.600 3.500l.900 5L10 14.400l-4.500 2.400l.900-5L2.800 8.300l5-.700z');
export const PaperclipIcon = icon('M15.500 9l-6 6a3.400 3.400 0 0 1-4.800-4.800l6.300-6.300a2.300 2.300 0 0 1 3.200 3.200L8 13.300a1.100 1.100 0 0 1-1.600-1.600l5.600-5.500');
export const EyeIcon = icon('M2 10c2-3.700 4.700-5.500 8-5.500s6 1.800 8 5.500c-2 3.700-4.700 5.500-8 5.500S4 13.700 2 10zM10 7.600a2.400 2.400 0 1 0 0 4.800a2.400 2.400 0 1 0 0-4.800z');
export const LinkIcon = icon('M8.500 11.500l3-3M9 6l1.700-1.700a3.500 3.500 0 0 1 5 5L14 11M11 14l-1.700 1.700a3.500 3.500 0 0 1-5-5L6 9');
export const UndoIcon = icon('M7 4L3.500 7.500L7 11M3.500 7.500h8a4.500 4.500 0 0 1 0 9H8');
export const HistoryIcon = icon('M3.500 10a6.500 6.500 0 1 1 2 4.700M3.500 16v-3h3M10 6.500V10l2.500 1.500');
export const MailIcon = icon('M3 4.500h14v11H3zM3 5.500l7 5.500l7-5.500');
export const ChatIcon = icon('M3 4h14v9.500H9L5 17v-3.500H3z');
export const QrIcon = icon('M3.500 3.500h5v5h-5zM11.500 3.500h5v5h-5zM3.500 11.500h5v5h-5zM11.500 11.500h2v2M16.500 11.500v5h-5v-1.500M14.500 14.500h2');
export const GripIcon = icon('', dot(7, 5, 1.2) + dot(13, 5, 1.2) + dot(7, 10, 1.2) + dot(13, 10, 1.2) + dot(7, 15, 1.2) + dot(13, 15, 1.2));
export const DesktopIcon = ScreenIcon;
export const MobileIcon = icon('M6 2.500h8v15H6zM9 15h2');
export const SaveIcon = icon('M3.500 3.500h10l3 3v10h-13zM6.500 3.500v4h6v-4M6.500 16.500v-5h7v5');
export const PaletteIcon = icon('M10 3a7 7 0 0 0 0 14c1.500 0 1.800-1 1.300-2c-.500-1.200.200-2 1.500-2H15a2 2 0 0 0 2-2c0-4.500-3-8-7-8z', dot(6.5, 9.5, 1) + dot(9, 6.3, 1) + dot(12.8, 7.2, 1));
