@echo off
rem The launcher for Windows: the same commands as ./firstfix. The work is done in PowerShell, which every Windows has.
setlocal
set "PARTS=%~dp0deploy\launcher"
if not exist "%PARTS%" set "PARTS=%~dp0launcher"
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%PARTS%\firstfix.ps1" %*
exit /b %ERRORLEVEL%
