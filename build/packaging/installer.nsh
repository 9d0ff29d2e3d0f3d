; Included by electron-builder. Links otklik://case/... open the program from the moment it is installed, for whom it was
; installed (SHELL_CONTEXT); taking it off leaves neither the links nor the start with the system behind.

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\otklik" "" "URL:${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\otklik" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\otklik\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\otklik\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\otklik"
    DeleteRegKey HKCU "Software\Classes\otklik"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
  ${endIf}
!macroend
