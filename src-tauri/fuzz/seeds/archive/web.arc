filedesc://a.arc 0.0.0.0 20191112101500 text/plain 77
1 0 Example
URL IP-address Archive-date Content-type Archive-length

http://example.org/a b 192.0.2.1 20191112101500 text/html 567
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<html><head><title>Газ</title></head><body><article><h1>Газ</h1><p>Міністры сустрэліся ў Мінску ў аўторак, 12 лістапада 2019 года, і дамовіліся працягваць перамовы пра цану на газ.</p><p>Міністры сустрэліся ў Мінску ў аўторак, 12 лістапада 2019 года, і дамовіліся працягваць перамовы пра цану на газ.</p></article></body></html>
