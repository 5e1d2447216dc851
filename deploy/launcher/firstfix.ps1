# The launcher for Windows; ./firstfix is the model, the exit codes are the same (docs/operations/running.md).
# It builds by the same rule (a fingerprint of file contents) and leaves finer things to the tools' own messages.
$ErrorActionPreference = 'Stop'
$installed = -not (Test-Path (Join-Path $PSScriptRoot '..\..\pom.xml'))
$root = if ($installed) { Split-Path $PSScriptRoot } else { Split-Path (Split-Path $PSScriptRoot) }
$build = Join-Path $root '.build'
$needJava = 25
$needNode = [version]'20.19'

function Stop-With([int]$code, [string]$message) {
    [Console]::Error.WriteLine("firstfix: $message")
    exit $code
}

function Get-JavaMajor([string]$folder) {
    $release = Join-Path $folder 'release'
    if (-not (Test-Path (Join-Path $folder 'bin\java.exe')) -or -not (Test-Path $release)) { return 0 }
    if ((Get-Content $release -Raw) -match 'JAVA_VERSION="(?:1\.)?(\d+)') { return [int]$Matches[1] }
    return 0
}

function Find-Java {
    if ($env:FIRSTFIX_JAVA_HOME) {
        $major = Get-JavaMajor $env:FIRSTFIX_JAVA_HOME
        if ($major -eq 0) { Stop-With 10 "FIRSTFIX_JAVA_HOME=$env:FIRSTFIX_JAVA_HOME is not a JDK. Set it to the folder of a JDK >= $needJava." }
        if ($major -lt $needJava) { Stop-With 11 "FIRSTFIX_JAVA_HOME=$env:FIRSTFIX_JAVA_HOME is Java $major, Firstfix needs a JDK >= $needJava." }
        return $env:FIRSTFIX_JAVA_HOME
    }
    $candidates = @((Join-Path $root 'runtime'), $env:JAVA_HOME)
    $onPath = Get-Command java.exe -ErrorAction SilentlyContinue
    if ($onPath) { $candidates += Split-Path (Split-Path $onPath.Source) }
    foreach ($folder in "$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft", "$HOME\.jdks") {
        if (Test-Path $folder) { $candidates += (Get-ChildItem -Directory $folder).FullName }
    }
    $newest = 0
    foreach ($folder in $candidates) {
        if (-not $folder) { continue }
        $major = Get-JavaMajor $folder
        if ($major -ge $needJava) { return $folder }
        $newest = [Math]::Max($newest, $major)
    }
    if ($newest -gt 0) { Stop-With 11 "the newest JDK found is Java $newest, Firstfix needs a JDK >= $needJava. Install one or set FIRSTFIX_JAVA_HOME." }
    Stop-With 10 "no JDK was found, Firstfix needs a JDK >= $needJava. Install one or set FIRSTFIX_JAVA_HOME."
}

function Assert-Node {
    $node = Get-Command node.exe -ErrorAction SilentlyContinue
    if (-not $node) { Stop-With 12 "Node.js was not found on PATH, and building the screens needs Node.js >= $needNode." }
    $found = [version]((& node --version).TrimStart('v'))
    if ($found -lt $needNode) { Stop-With 13 "Node.js $found is too old: building the screens needs >= $needNode." }
}

function Get-Fingerprint([string[]]$paths) {
    Push-Location $root
    try {
        $files = & git -c core.quotePath=false ls-files -co --exclude-standard -- $paths |
            Where-Object { $_ -notmatch '/src/test/|\.test\.tsx?$' -and (Test-Path -LiteralPath $_ -PathType Leaf) } | Sort-Object -Unique
        $lines = $files | ForEach-Object { "$_ $((Get-FileHash -LiteralPath $_ -Algorithm SHA256).Hash)" }
        $bytes = [Text.Encoding]::UTF8.GetBytes(($lines -join "`n"))
        return [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes))
    } finally { Pop-Location }
}

# Runs STEP in FOLDER unless its stamp says that nothing has changed since the last good run.
function Invoke-Stale([string]$name, [string]$mark, [string]$result, [string]$text, [scriptblock]$step) {
    $stamp = Join-Path $build "$name.stamp"
    if ((Test-Path $result) -and (Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq $mark) { return }
    $log = Join-Path $build "$name.log"
    Write-Host "  ...     $text"
    # Continue: a tool that writes to its error stream has not failed by that.
    $ErrorActionPreference = 'Continue'
    & $step *> $log
    $code = $LASTEXITCODE
    $ErrorActionPreference = 'Stop'
    if ($code -ne 0) {
        Get-Content $log -Tail 40 | ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-With 20 "$text failed. The whole log: $log"
    }
    Set-Content $stamp $mark
    Write-Host "  ok      $text"
}

function Build-All([string]$javaHome) {
    New-Item -ItemType Directory -Force $build | Out-Null
    $web = Join-Path $root 'web'
    $console = Join-Path $web 'apps\console\dist\index.html'
    $env:PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = '1'
    Push-Location $root
    try {
        $webMark = Get-Fingerprint @('web')
        Invoke-Stale 'web-packages' (Get-Fingerprint @('web/package-lock.json')) (Join-Path $web 'node_modules') 'fetch the packages of the screens' { npm.cmd --prefix web ci }
        Invoke-Stale 'web' $webMark $console 'build the screens' { npm.cmd --prefix web run build }
        $server = Join-Path $build 'server'
        Invoke-Stale 'server' "$webMark $(Get-Fingerprint @('pom.xml', 'engines', 'schema', 'server', 'cli'))" (Join-Path $server 'firstfix-server.jar') 'build the server' {
            & "$root\mvnw.cmd" -B -ntp '-Dmaven.test.skip=true' -pl server -am package
            if ($LASTEXITCODE -ne 0) { return }
            $jar = (Get-ChildItem "$root\server\target\firstfix-server-*.jar")[0]
            & "$javaHome\bin\java.exe" '-Djarmode=tools' -jar $jar.FullName extract --force --destination $server
            if ($LASTEXITCODE -ne 0) { return }
            Move-Item -Force (Join-Path $server $jar.Name) (Join-Path $server 'firstfix-server.jar')
        }
    } finally { Pop-Location }
}

function Start-Server([string]$mode) {
    if (-not $env:FIRSTFIX_PORT) { $env:FIRSTFIX_PORT = '8080' }
    if (-not $env:FIRSTFIX_DATA) { $env:FIRSTFIX_DATA = Join-Path $root ".data\$mode" }
    $java = Find-Java
    $env:JAVA_HOME = $java
    if (-not $installed) { Assert-Node }
    if ([Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpListeners().Port -contains [int]$env:FIRSTFIX_PORT) {
        Stop-With 14 "port $env:FIRSTFIX_PORT is taken by another program. Stop it, or choose another with: set FIRSTFIX_PORT=8081"
    }
    try { New-Item -ItemType Directory -Force $env:FIRSTFIX_DATA | Out-Null } catch { Stop-With 17 "the data folder $env:FIRSTFIX_DATA cannot be written. Choose another with FIRSTFIX_DATA." }
    $free = [IO.DriveInfo]::new([IO.Path]::GetPathRoot((Resolve-Path $env:FIRSTFIX_DATA).Path)).AvailableFreeSpace / 1MB
    if ($free -lt 1024) { Stop-With 15 "only $([int]$free) MB are free on the disk of $env:FIRSTFIX_DATA, Firstfix needs 1024 MB." }
    $folder = Join-Path $root 'server'
    if (-not $installed) {
        Build-All $java
        $folder = Join-Path $build 'server'
    }
    Write-Host "Starting Firstfix ($mode) on http://localhost:$env:FIRSTFIX_PORT, data in $env:FIRSTFIX_DATA. Ctrl+C stops it."
    $options = @('-XX:+UseCompactObjectHeaders', '--enable-native-access=ALL-UNNAMED', '-Djava.awt.headless=true')
    if ($env:FIRSTFIX_JAVA_OPTS) { $options += $env:FIRSTFIX_JAVA_OPTS -split ' ' }
    & "$java\bin\java.exe" $options "-Dfirstfix.mode=$mode" -jar (Join-Path $folder 'firstfix-server.jar')
    exit $LASTEXITCODE
}

switch ($args[0]) {
    { $_ -in 'demo', 'serve' } { Start-Server $_ }
    'test' {
        $env:JAVA_HOME = Find-Java
        Assert-Node
        Build-All $env:JAVA_HOME
        & npm.cmd --prefix (Join-Path $root 'web') test
        if ($LASTEXITCODE -ne 0) { Stop-With 21 'tests of the screens failed.' }
        Push-Location $root
        & "$root\mvnw.cmd" -B -ntp verify
        $code = $LASTEXITCODE
        Pop-Location
        if ($code -ne 0) { Stop-With 21 'Java tests failed. The journeys run with ./firstfix test on Linux or macOS.' }
    }
    'package' {
        $java = Find-Java
        $env:JAVA_HOME = $java
        Assert-Node
        Build-All $java
        $version = ([xml](Get-Content (Join-Path $root 'pom.xml'))).project.version
        $name = "firstfix-$version-windows-x64"
        $staging = Join-Path $root "target\package\$name"
        Remove-Item -Recurse -Force $staging -ErrorAction SilentlyContinue
        New-Item -ItemType Directory -Force $staging | Out-Null
        Copy-Item -Recurse (Join-Path $build 'server') (Join-Path $staging 'server')
        Copy-Item (Join-Path $root 'firstfix.cmd'), (Join-Path $root 'LICENSE') $staging
        New-Item -ItemType Directory (Join-Path $staging 'launcher') | Out-Null
        Copy-Item (Join-Path $PSScriptRoot 'firstfix.ps1') (Join-Path $staging 'launcher')
        & "$java\bin\jlink.exe" --output (Join-Path $staging 'runtime') --strip-debug --no-header-files --no-man-pages --add-modules 'java.se,jdk.unsupported,jdk.security.auth,jdk.charsets,jdk.localedata,jdk.crypto.ec,jdk.net,jdk.zipfs,jdk.management,jdk.jfr,jdk.jcmd,jdk.naming.dns,jdk.httpserver,jdk.xml.dom'
        if ($LASTEXITCODE -ne 0) { Stop-With 20 'jlink failed.' }
        # No AOT cache: a zip does not keep the time stamps of the jars exactly, and without them the cache is refused.
        Compress-Archive -Force $staging (Join-Path $root "target\$name.zip")
        Write-Host "Wrote target\$name.zip"
    }
    { $_ -in $null, 'help', '-h', '--help' } {
        Write-Host 'usage: firstfix demo | serve | test | package | help      (see docs\operations\running.md)'
    }
    default { Stop-With 2 "there is no command '$_'. Commands: demo, serve, test, package, help." }
}
