@echo off
rem Starts synth on Windows, as the script "synth" does elsewhere: finds a JDK, builds the
rem distribution where this is a source tree, runs java -jar. SYNTH_JAVA, SYNTH_JAVA_OPTS,
rem SYNTH_CACHE and SYNTH_PORTABLE mean the same.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "TREE="
if exist "%HERE%..\lib\synth.jar" (
  set "DISTRIBUTION=%HERE%.."
) else if exist "%HERE%pom.xml" (
  set "TREE=%HERE%"
  set "DISTRIBUTION=%HERE%target\dist"
) else (
  echo synth: there is neither a lib folder nor a source tree beside "%HERE%"; unpack the zip again. 1>&2
  exit /b 6
)
set "JAR=%DISTRIBUTION%\lib\synth.jar"

rem ---- Which JDK? -----------------------------------------------------------------------------
set "JDK="
set "JDK_VERSION=0"
if defined SYNTH_JAVA (
  call :consider "%SYNTH_JAVA%"
  goto :java_considered
)
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined JDK goto :java_considered
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~dp$PATH:j.."
if defined JDK goto :java_considered
for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*"
  "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\scoop\apps\*jdk*"
) do call :consider "%%~d"
:java_considered
if not defined JDK (
  if defined SYNTH_JAVA (
    echo synth: SYNTH_JAVA is "%SYNTH_JAVA%", which is not the folder of a JDK 21 or newer. 1>&2
  ) else (
    echo synth: no JDK 21 or newer in SYNTH_JAVA, JAVA_HOME, the PATH or the usual folders; install Temurin 21 or 25 from https://adoptium.net, or set JAVA_HOME to one. 1>&2
  )
  exit /b 6
)

rem ---- Build, in a source tree only -----------------------------------------------------------
if not defined TREE goto :built
powershell -NoProfile -Command "$built = Get-Item -ErrorAction SilentlyContinue '%DISTRIBUTION%\built'; if (-not $built) { exit 1 }; $newer = Get-ChildItem -Recurse -File '%TREE%pom.xml','%TREE%src\main' | Where-Object { $_.LastWriteTime -gt $built.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto :built
set "MAVEN=mvn"
where mvn >nul 2>nul
if errorlevel 1 set "MAVEN=%TREE%mvnw.cmd"
if not "%MAVEN%"=="mvn" if not exist "%MAVEN%" (
  echo synth: building synth needs Maven 3.8.7 or newer on the PATH, or the source tree's mvnw.cmd, which is missing; use a release's zip, or get the tree again. 1>&2
  exit /b 6
)
if not exist "%TREE%target" mkdir "%TREE%target"
mkdir "%TREE%target\building" 2>nul
if errorlevel 1 (
  echo synth: another process is building; wait for it, or remove "%TREE%target\building" if there is none. 1>&2
  exit /b 6
)
echo synth: building ^(the first time a few minutes; the libraries are some 300 MB^)... 1>&2
set "OLD_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call "%MAVEN%" -B -q -f "%TREE%pom.xml" -Dquick -Dmaven.test.skip=true package > "%TREE%target\launcher-build.log" 2>&1
set "BUILD_FAILED=%ERRORLEVEL%"
set "JAVA_HOME=%OLD_JAVA_HOME%"
rmdir "%TREE%target\building"
if not "%BUILD_FAILED%"=="0" (
  echo synth: the build failed; all that Maven said is in "%TREE%target\launcher-build.log". 1>&2
  exit /b 6
)
:built

rem ---- Caches ---------------------------------------------------------------------------------
if defined SYNTH_CACHE (set "CACHE=%SYNTH_CACHE%") else (set "CACHE=%LOCALAPPDATA%\synth")
set "TEMPORARY=%CACHE%\tmp\%RANDOM%%RANDOM%"
mkdir "%CACHE%\cds" "%CACHE%\javacpp" "%TEMPORARY%" 2>nul
if not exist "%TEMPORARY%" (
  echo synth: cannot write the cache folder "%CACHE%"; set SYNTH_CACHE to a folder that can be written. 1>&2
  exit /b 6
)
rem What killed processes left.
forfiles /p "%CACHE%\tmp" /d -7 /c "cmd /c if @isdir==TRUE rmdir /s /q @path" >nul 2>nul
rem What was written long ago; a run that needs it makes it anew.
forfiles /p "%CACHE%\cds" /d -90 /c "cmd /c del /q @path" >nul 2>nul

rem ---- Spark ----------------------------------------------------------------------------------
rem With --engine spark the class path of the Spark jar and of Spark's own, where they are built.
set "SPARK="
call :wants_spark %*
if not defined SPARK goto :spark_found
set "SPARK=%DISTRIBUTION%\spark"
if defined TREE set "SPARK=%TREE%spark\target\dist"
if not exist "%SPARK%\lib\synth-spark.jar" (
  set "SPARK="
  goto :spark_found
)
powershell -NoProfile -Command "if ((Get-Item '%JAR%').LastWriteTime -gt (Get-Item '%SPARK%\lib\synth-spark.jar').LastWriteTime) { exit 1 }"
if errorlevel 1 (
  echo synth: the Spark jar is older than synth; build it again: mvn install -Dquick, and then mvn -f spark/pom.xml package 1>&2
  exit /b 6
)
set "OPENS="
for %%p in (
  java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs
  sun.util.calendar
) do call set "OPENS=%%OPENS%% --add-opens=java.base/%%p=ALL-UNNAMED"
:spark_found

rem ---- Start ----------------------------------------------------------------------------------
set "OMP_NUM_THREADS=1"
set "OPENBLAS_NUM_THREADS=1"
if "%SYNTH_PORTABLE%"=="1" set "OPENBLAS_CORETYPE=Haswell"
set "QUIET=all=error,cds*=off"
if %JDK_VERSION% GEQ 25 set "QUIET=%QUIET%,aot*=off"
set "FLAGS=-Xlog:disable -Xlog:%QUIET%:stderr"
rem The JVM writes an archive where there is none, but renews none: its name tells jars apart.
for %%f in ("%JAR%") do set "SIZE=%%~zf"
if %JDK_VERSION% GEQ 23 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
set "KIND=full"
if "%~1"=="--version" set "KIND=light"
if "%~1"=="--help" set "KIND=light"
if "%~1"=="help" set "KIND=light"
if "%~1"=="completion" set "KIND=light"
if "%~1"=="" set "KIND=light"
if "%KIND%"=="light" set "FLAGS=%FLAGS% -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
rem The JVM's second compiler starts at three times the calls that it would, and later in loops. A server wants it early.
set "LATE=-XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=1800 -XX:Tier4CompileThreshold=45000 -XX:Tier4BackEdgeThreshold=1000000"
if "%KIND%"=="full" if not "%~1"=="serve" set "FLAGS=%FLAGS% %LATE%"
rem A collector, unless the caller has options of the JVM, which may name one: many short pauses for a
rem server, and on one or two processors one that does not work beside the program.
if "%KIND%"=="light" goto :collector_chosen
if defined SPARK goto :collector_chosen
if defined SYNTH_JAVA_OPTS goto :collector_chosen
if defined JDK_JAVA_OPTIONS goto :collector_chosen
if defined JAVA_TOOL_OPTIONS goto :collector_chosen
if "%~1"=="serve" (
  set "FLAGS=%FLAGS% -XX:+UseSerialGC -XX:NewSize=8m -XX:MaxNewSize=8m -XX:MaxTenuringThreshold=1"
) else if %NUMBER_OF_PROCESSORS% LEQ 2 (
  set "FLAGS=%FLAGS% -XX:+UseSerialGC"
)
:collector_chosen
if defined SPARK goto :start_spark
rem The archive has the classes of the command that wrote it, so that only those that learn or judge
rem write the full one. One of less than 8 MB is of a command that soon ended, and is written anew.
set "ARCHIVE=%CACHE%\cds\%KIND%-%JDK_VERSION%-%SIZE%.jsa"
set "THOROUGH="
if "%KIND%"=="light" set "THOROUGH=yes"
for %%c in (generate evaluate compare validate augment fit retrain) do if "%~1"=="%%c" set "THOROUGH=yes"
if not defined THOROUGH goto :archive_read
if "%KIND%"=="full" for %%f in ("%ARCHIVE%") do if exist "%%~f" if %%~zf LSS 8388608 del "%%~f" 2>nul
set "FLAGS=%FLAGS% -XX:+AutoCreateSharedArchive"
goto :archive_chosen
:archive_read
rem The JVM's own way, where there is none yet.
if not exist "%ARCHIVE%" goto :start_without_archive
:archive_chosen
set "SHARED=-XX:SharedArchiveFile=%ARCHIVE%"
goto :start
:start_without_archive
set "SHARED=-Xshare:auto"
:start
"%JDK%\bin\java" %FLAGS% "%SHARED%" -Xms64m "-Djava.io.tmpdir=%TEMPORARY%" "-Dorg.bytedeco.javacpp.cachedir=%CACHE%\javacpp" %SYNTH_JAVA_OPTS% -jar "%JAR%" %*
set "EXIT_CODE=%ERRORLEVEL%"
goto :ended
:start_spark
"%JDK%\bin\java" %FLAGS% -Xms64m "-Djava.io.tmpdir=%TEMPORARY%" "-Dorg.bytedeco.javacpp.cachedir=%CACHE%\javacpp" %OPENS% -Dio.netty.tryReflectionSetAccessible=true --enable-native-access=ALL-UNNAMED -Dlog4j2.configurationFile=classpath:dev/synth/spark/log4j2.properties %SYNTH_JAVA_OPTS% -cp "%SPARK%\lib\*;%SPARK%\spark\*" dev.synth.internal.cli.Main %*
set "EXIT_CODE=%ERRORLEVEL%"
:ended
rmdir /s /q "%TEMPORARY%" 2>nul
exit /b %EXIT_CODE%

rem Takes the JDK in a folder if it is new enough and newer than the one taken so far.
:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
if defined TREE if not exist "%~1\bin\javac.exe" exit /b 0
set "FOUND="
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+" %%m in ("%%~v") do set "FOUND=%%m"
if not defined FOUND exit /b 0
if %FOUND% LSS 21 exit /b 0
if %FOUND% LEQ %JDK_VERSION% exit /b 0
set "JDK=%~1"
set "JDK_VERSION=%FOUND%"
exit /b 0

rem Sets SPARK where the command line asks for the engine of synth's Spark jar. CMD parts arguments
rem at "=" too, so that --engine=spark is two of them.
:wants_spark
if [%1]==[] exit /b 0
if "%~1"=="--engine" if "%~2"=="spark" set "SPARK=yes"
shift
goto :wants_spark
