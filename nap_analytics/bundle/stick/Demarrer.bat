@echo off
rem Starts NAP Analytics by double click: finds a Python that fits, and start.py does the rest.
rem Plain ASCII, because each computer reads a batch file in a code page of its own.
setlocal
title NAP Analytics
set "START=%~dp0nap-analytics\start.py"
if not exist "%START%" goto zipped

set "FOUND="
for %%V in ({pythons}) do call :fits py -%%V
call :fits python
rem Where none fits, one that is not too old can tell why.
call :explains py -3
call :explains python
if not defined FOUND goto missing

%FOUND% "%START%" %*
if not "%ERRORLEVEL%"=="0" goto failed
exit /b 0

:fits
if defined FOUND exit /b 0
%* "%START%" --fits >nul 2>nul
if "%ERRORLEVEL%"=="0" set "FOUND=%*"
exit /b 0

:explains
if defined FOUND exit /b 0
%* -c "import sys; sys.exit(sys.version_info[:2] < (3, 8))" >nul 2>nul
if "%ERRORLEVEL%"=="0" set "FOUND=%*"
exit /b 0

:zipped
echo.
echo Ce fichier est encore dans le dossier ZIP. Clic droit sur le ZIP, "Extraire tout...",
echo puis double-clic sur Demarrer.bat dans le nouveau dossier.
echo.
echo This file is still inside the ZIP folder. Right click on the ZIP, "Extract All...",
echo then double click on Demarrer.bat in the new folder.
goto failed

:missing
echo.
echo Python est introuvable sur cet ordinateur. Il faut Python 3.11, version 64 bits,
echo de python.org ; puis double-clic de nouveau sur Demarrer.bat. Voir LISEZMOI.txt.
echo.
echo Python was not found on this computer. What is needed is Python 3.11, 64 bit,
echo from python.org; then double click on Demarrer.bat again. See LISEZMOI.txt.
goto failed

:failed
echo.
pause
exit /b 1
