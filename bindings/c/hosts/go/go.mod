module thuocdo

go 1.19
