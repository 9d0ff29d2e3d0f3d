import Audio from '@mui/icons-material/AudiotrackOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import Image from '@mui/icons-material/ImageOutlined'
import InsertDriveFile from '@mui/icons-material/InsertDriveFileOutlined'
import LinkIcon from '@mui/icons-material/Link'
import Movie from '@mui/icons-material/MovieOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Attachment } from '../../../shared/domain/journal/message'
import { ru } from '../../i18n/ru'

const icons: Record<Attachment['kind'], SvgIconComponent> = { photo: Image, video: Movie, audio: Audio, document: Description, link: LinkIcon, other: InsertDriveFile }

export function AttachmentIcon({ kind }: { kind: Attachment['kind'] }) {
  const Icon = icons[kind]
  return <Icon fontSize="small" titleAccess={ru.message.kind[kind]} sx={{ color: 'text.secondary' }} />
}
