module languages/openapigenerator

go 1.26.0
