@echo off
rem Runs Maven: one that is here already, or a pinned one that is downloaded once and checked. See mvnw for the why.
setlocal
where mvn >nul 2>nul
if not errorlevel 1 (
  call mvn %*
  goto end
)
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" (
  call "%MAVEN_HOME%\bin\mvn.cmd" %*
  goto end
)
set "MVN_CMD="
for /f "usebackq delims=" %%i in (`powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0deploy\launcher\maven.ps1"`) do set "MVN_CMD=%%i"
if not defined MVN_CMD exit /b 19
call "%MVN_CMD%" %*
:end
exit /b %ERRORLEVEL%
