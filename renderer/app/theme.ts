import { createTheme } from '@mui/material/styles'
import { ruRU } from '@mui/material/locale'

/**
 * Dense, because the office works at 1280×720 and at 150 % scaling; still 14 px of text and 30 px of button.
 * Every pair of text and ground here has a contrast of at least 4.5.
 */
export const theme = createTheme(
  {
    cssVariables: { cssVarPrefix: 'otklik', colorSchemeSelector: 'data-scheme' },
    colorSchemes: {
      light: {
        palette: {
          primary: { main: '#1b5c8f' },
          secondary: { main: '#5b5f97' },
          error: { main: '#b3261e' },
          warning: { main: '#945200', light: '#ffe1a8', contrastText: '#2a1800' },
          success: { main: '#1f6b3a' },
          info: { main: '#1b5c8f' },
          background: { default: '#f3f5f8', paper: '#ffffff' },
          text: { primary: '#1a1f25', secondary: '#505a66' },
          divider: '#d9dfe6',
        },
      },
      dark: {
        palette: {
          primary: { main: '#8cc3ee' },
          secondary: { main: '#b9bcf0' },
          error: { main: '#ff9a90' },
          warning: { main: '#f2bd66', light: '#6b4a12', contrastText: '#fff3dc' },
          success: { main: '#86d3a0' },
          info: { main: '#8cc3ee' },
          background: { default: '#11151a', paper: '#191f26' },
          text: { primary: '#e6eaef', secondary: '#a7b1bd' },
          divider: '#2d3641',
        },
      },
    },
    shape: { borderRadius: 6 },
    spacing: 8,
    typography: {
      fontFamily: 'Roboto, "Segoe UI", "PT Sans", system-ui, sans-serif',
      fontSize: 14,
      body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
      body2: { fontSize: '0.875rem', lineHeight: 1.43 },
      caption: { fontSize: '0.78125rem', lineHeight: 1.4 },
      subtitle1: { fontSize: '0.9375rem', fontWeight: 500, lineHeight: 1.4 },
      subtitle2: { fontSize: '0.8125rem', fontWeight: 500, lineHeight: 1.4 },
      h6: { fontSize: '1.0625rem', fontWeight: 500, lineHeight: 1.35 },
      h5: { fontSize: '1.25rem', fontWeight: 500 },
      button: { textTransform: 'none', fontWeight: 500 },
      overline: { fontSize: '0.75rem', lineHeight: 1.6, letterSpacing: '0.04em', textTransform: 'none', fontWeight: 500 },
    },
    components: {
      MuiButtonBase: { styleOverrides: { root: { fontFamily: 'inherit' } } },
      MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
      MuiIconButton: { defaultProps: { size: 'small' } },
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiFormControl: { defaultProps: { size: 'small' } },
      MuiSelect: { defaultProps: { size: 'small' } },
      // A structure's full name is as long as a sentence.
      MuiMenu: { styleOverrides: { paper: { maxWidth: 'min(720px, calc(100% - 32px))' } } },
      MuiMenuItem: { styleOverrides: { root: { whiteSpace: 'normal' } } },
      MuiAutocomplete: { defaultProps: { size: 'small' } },
      MuiCheckbox: { defaultProps: { size: 'small' } },
      MuiRadio: { defaultProps: { size: 'small' } },
      MuiSwitch: { defaultProps: { size: 'small' } },
      MuiChip: { defaultProps: { size: 'small' } },
      MuiTable: { defaultProps: { size: 'small' } },
      MuiTooltip: { defaultProps: { enterDelay: 500, arrow: true } },
      MuiAlert: { styleOverrides: { root: { padding: '4px 12px' }, message: { overflowWrap: 'anywhere' } } },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.0625rem', padding: '14px 48px 8px 20px' } } },
      MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 12px' } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 14px' } } },
      MuiFormHelperText: { styleOverrides: { root: { marginLeft: 2, marginRight: 2 } } },
      MuiCssBaseline: {
        styleOverrides: {
          'html, body, #root': { height: '100%' },
          body: { overflow: 'hidden' },
          // Panes scroll, the window never does: a hidden overflow could still be scrolled by a focus far below.
          '#root': { position: 'relative', overflow: 'clip' },
          '@media (prefers-reduced-motion: reduce)': { '*': { transition: 'none !important', animation: 'none !important' } },
        },
      },
    },
  },
  ruRU,
)
