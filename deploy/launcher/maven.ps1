# Prints the path of mvn.cmd, after downloading the pinned Maven if it is not there yet. Called by mvnw.cmd.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$version = '3.9.16'
$sha512 = 'ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3'
$downloader = 'mvn-artifact-download@6.1.2'

$dists = Join-Path $HOME '.m2\wrapper\dists'
$home_ = Join-Path $dists "apache-maven-$version\$($sha512.Substring(0, 12))"
$program = Join-Path $home_ 'bin\mvn.cmd'
if (Test-Path $program) { Write-Output $program; exit 0 }

$work = Join-Path $dists ".download-$PID"
New-Item -ItemType Directory -Force $work | Out-Null
try {
    $archive = Join-Path $work 'maven.zip'
    if ($env:MVNW_REPOURL) {
        $url = $env:MVNW_REPOURL.TrimEnd('/') + "/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.zip"
        Invoke-WebRequest -UseBasicParsing $url -OutFile $archive
    } else {
        # npm's client and this package know Maven Central's address; no host is named here.
        Set-Content (Join-Path $work 'package.json') '{"private":true}'
        Push-Location $work
        try {
            & npm.cmd install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error $downloader | Out-Null
            $script = "require('mvn-artifact-download').default(process.argv[1],'.',undefined,'maven.zip').catch(p=>{console.error(String(p));process.exit(1)})"
            & node -e $script "org.apache.maven:apache-maven:zip:bin:$version" | Out-Null
        } finally { Pop-Location }
    }
    $actual = (Get-FileHash -Algorithm SHA512 $archive).Hash.ToLower()
    if ($actual -ne $sha512) { throw "the downloaded archive has SHA-512 $actual instead of $sha512" }
    Expand-Archive $archive $work
    New-Item -ItemType Directory -Force (Split-Path $home_) | Out-Null
    Move-Item (Join-Path $work "apache-maven-$version") $home_
    Write-Output $program
} catch {
    [Console]::Error.WriteLine("mvnw: Maven $version could not be downloaded ($($_.Exception.Message)). Install Maven, or set MVNW_REPOURL to a Maven repository that this machine reaches.")
    exit 19
} finally {
    Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue
}
